import Language

/// The forms of English verbs: by rule, and from a list for those that have rules of their own.
struct Inflection: Sendable {
  /// The further forms of irregular verbs, by their base form.
  var irregular: [String: [String]] = [:] {
    didSet {
      bases = [:]
      for verb in irregular.keys.sorted() {
        for form in irregular[verb] ?? [] where bases[form] == nil { bases[form] = verb }
      }
    }
  }
  /// The base forms of the irregular forms.
  private(set) var bases: [String: String] = [:]
  /// The verbs that were learnt, and the base forms of their regular forms.
  private var verbs: Set<String> = []
  private var regularBases: [String: String] = [:]

  /// Learns verbs that texts are searched for, so that their forms are found where a lemmatizer has never seen them:
  /// "besieged", "deposed".
  mutating func learn(_ learnt: Set<String>) {
    verbs.formUnion(learnt)
    for verb in learnt.sorted() where irregular[verb] == nil && !Self.mayDouble(verb) {
      for form in forms(verb).dropFirst() where regularBases[form] == nil {
        regularBases[form] = verb
      }
    }
  }

  /// The base form of a verb's form, of which the annotation says that it is `lemma`.
  func base(of form: String, lemma: String) -> String {
    bases[form] ?? (verbs.contains(lemma) ? lemma : regularBases[form] ?? lemma)
  }

  /// Whether a verb may double its last letter, so that the rule's forms are another verb's: "bar", not "bare".
  private static func mayDouble(_ verb: String) -> Bool {
    let end = verb.suffix(3).map { "aeiou".contains($0) }
    return end.count < 3 || end == [false, true, false]
  }

  /// The base form, the third person, the past, and the -ing form of `verb`.
  func forms(_ verb: String) -> [String] {
    if let irregular = irregular[verb] { return [verb] + irregular }
    let isVowel = { (letter: Character) in "aeiou".contains(letter) }
    if verb.hasSuffix("e") {
      let stem = verb.dropLast()
      return [verb, verb + "s", verb + "d", stem + "ing"]
    }
    if verb.hasSuffix("y"), let before = verb.dropLast().last, !isVowel(before) {
      let stem = verb.dropLast()
      return [verb, stem + "ies", stem + "ied", verb + "ing"]
    }
    let third =
      ["s", "x", "z", "ch", "sh"].contains { verb.hasSuffix($0) } ? verb + "es" : verb + "s"
    return [verb, third, verb + "ed", verb + "ing"]
  }

  /// The base forms, third persons and pasts of verbs, each with what it may be.
  func finiteForms(of verbs: Set<String>) -> VerbForms {
    var result = VerbForms()
    for verb in verbs {
      // A list of forms starts with the third person and the past, as the rule does; where it has none, the past is as
      // the base form: "hit".
      let forms = forms(verb)
      let past = forms.count > 2 && !forms[2].hasSuffix("ing") ? forms[2] : verb
      result.insert(verb, as: .base)
      if forms.count > 1 { result.insert(forms[1], as: .third) }
      result.insert(past, as: .past)
    }
    return result
  }
}
