import Graph

/// Words that state a relation, with the grammatical places that its ends fill.
///
/// Of several words a verb is the first, a noun or adjective the last; the others stand among its dependents.
struct Trigger: Hashable, Sendable {
  /// What a trigger is: a word of some class, or a name, which states with the words around it what it is of
  /// or where ("the Russian Security Council", "the summit in Bali").
  enum WordClass: String, Hashable, Sendable { case verb, noun, adjective, name }

  /// One place that may fill a role: the grammatical function or preposition, and the node types that fit.
  struct Place: Hashable, Sendable {
    let name: String
    /// Node types; nil where the relation's signature is all that limits them.
    let types: Set<String>?
    /// Whether a capital stands there for its country: "recalled its ambassador from Quito".
    var takesCapital = false
  }

  let wordClass: WordClass
  /// The dictionary form of the word that heads the trigger; of a name, its node type.
  let head: String
  /// The other words; of a name, one that it must contain.
  let others: [String]
  /// The places of each role: source, target, place, occasion, over, topic.
  var roles: [String: [Place]]
  /// Whether a plural subject alone fills both ends: "Abe and Putin met". Nil: where the relation is symmetric.
  var isReciprocal: Bool?
  /// Whether the words state the relation only where nothing denies them: not to recognise is another relation.
  var isAffirmative = false
  /// Whether a verb states the relation only in the active: "Lind was joined by Rojas for talks" with a third.
  var isActive = false
  /// Whether the words state the relation only where nothing completes them, neither an infinitive nor "for" (true), or
  /// only where something does (false): "called on Abe", "called on Abe to come".
  var isBare: Bool?
  /// Whether a noun or adjective must, or, where false, must not, tell what the object is called: "called Abe a liar".
  var isNaming: Bool?
  /// Whether the words state the relation besides what fewer of them state: "urged her by phone" is a call, and a request
  /// too.
  var isBeside = false
  /// Nouns, of which a verb's subject must be one: "relations" of "relations soured".
  var subjects: Set<String> = []
  /// Whom it is about where it names nobody, if that isn't what the relation's rule says.
  var answers: RelationRule.Answer?

  /// The trigger as its file has it.
  var text: String {
    (wordClass == .verb ? [head] + others : others + [head]).joined(separator: " ")
  }

  /// Whether it is a phrase that says of the clause's subject how it stands: "under pressure", "at the request".
  var isPrepositional: Bool {
    wordClass == .noun && others.first.map(Self.prepositions.contains) == true
  }

  private static let prepositions: Set<String> = ["under", "at", "in", "on", "en", "with"]

  static let roleNames = ["source", "target", "place", "occasion", "over", "topic"]
}

extension Trigger.Place {
  /// The word for a capital that stands for its country, among node types.
  private static let capital = "capital"

  /// Reads "obj with to:place": places with blanks between, node types or groups behind a colon.
  static func list(
    _ text: String, ontology: Ontology, at place: String
  ) throws(SchemaViolation) -> [Self] {
    var places: [Self] = []
    for part in text.parts(at: " ") {
      let pieces = part.split(separator: ":", maxSplits: 1).map(String.init)
      guard let name = pieces.first, pieces.count == 1 || !pieces[1].isEmpty else {
        throw SchemaViolation(
          place: place, found: "'\(part)'", expected: "a place as 'obj', 'with' or 'to:place'")
      }
      guard PlaceNames.contains(name) else {
        throw SchemaViolation(
          place: place, found: "place '\(name)'",
          expected: "a preposition or one of \(PlaceNames.functions.joined(separator: ", "))",
          remedy: "Several places stand with blanks between: 'subj poss'.")
      }
      let names = pieces.count == 2 ? pieces[1].split(separator: ",").map(String.init) : nil
      let types = try names.map { names throws(SchemaViolation) in
        try ontology.types(names.filter { $0 != capital }, at: place)
      }
      places.append(
        Self(name: name, types: types, takesCapital: names?.contains(capital) == true))
    }
    return places
  }
}

/// The triggers of a frame's entry as a file has them.
struct TriggerRecord: Decodable {
  let names: String?
  let containing: [String]?
  let verbs: [String]?
  let nouns: [String]?
  let adjectives: [String]?
  let source: String?
  let target: String?
  let place: String?
  let occasion: String?
  let over: String?
  let topic: String?
  let reciprocal: Bool?
  let affirmative: Bool?
  let active: Bool?
  let bare: Bool?
  let naming: Bool?
  let beside: Bool?
  let subjects: [String]?
  let answers: String?

  /// All phrases that one with alternatives stands for: "reject|dismiss offer|plan" is four.
  private static func alternatives(of phrase: String) -> [String] {
    phrase.parts(at: " ").map { $0.parts(at: "|") }.reduce([""]) { starts, words in
      starts.flatMap { start in words.map { start.isEmpty ? String($0) : "\(start) \($0)" } }
    }
  }

  /// One trigger a word or phrase.
  ///
  /// `place` says where a key's value stands, and for nil where the entry does.
  func triggers(
    ontology: Ontology, at place: (_ key: String?) -> String
  ) throws(SchemaViolation) -> [Trigger] {
    var roles: [String: [Trigger.Place]] = [:]
    for (role, text) in [
      ("source", source), ("target", target), ("place", self.place), ("occasion", occasion),
      ("over", over), ("topic", topic),
    ] {
      guard let text else { continue }
      let places = try Trigger.Place.list(text, ontology: ontology, at: "\(place(role)): \(role)")
      if names == nil, places.contains(where: { $0.name == PlaceNames.own }) {
        throw SchemaViolation(
          place: "\(place(role)): \(role)", found: "place '\(PlaceNames.own)'",
          expected: "another one, since only 'names' stand for themselves")
      }
      if role != "topic", places.contains(where: { $0.name == PlaceNames.clause }) {
        throw SchemaViolation(
          place: "\(place(role)): \(role)", found: "place '\(PlaceNames.clause)'",
          expected: "another one, since only a topic is a clause")
      }
      roles[role] = places
    }
    for role in ["source", "target"] where roles[role]?.isEmpty != false {
      throw SchemaViolation(
        place: place(nil), found: "a trigger without \(role)",
        expected: "its places, as '\(role): subj'")
    }
    var answer: RelationRule.Answer?
    if let answers { answer = try RelationRule.Answer(name: answers, at: place("answers")) }
    var triggers: [Trigger] = []
    if let names {
      let types = names.split(separator: ",").map { $0.trimmingPrefix(" ") }.map(String.init)
      let words = containing.map { $0.map { [$0.lowercased()] } } ?? [[]]
      triggers = try ontology.types(types, at: place("names")).sorted().flatMap { type in
        words.map {
          Trigger(wordClass: .name, head: type, others: $0, roles: roles, isReciprocal: false)
        }
      }
    }
    for (wordClass, phrases) in [
      (Trigger.WordClass.verb, verbs), (.noun, nouns), (.adjective, adjectives),
    ] {
      for phrase in (phrases ?? []).flatMap(Self.alternatives) {
        var words = phrase.lowercased().parts(at: " ").map(String.init)
        guard !words.isEmpty else {
          throw SchemaViolation(
            place: place(nil), found: "an empty trigger", expected: "a word")
        }
        // "memorandum of understanding" is a memorandum.
        let noun = (words.firstIndex(of: "of") ?? words.count) - 1
        let head = wordClass == .verb ? words.removeFirst() : words.remove(at: max(noun, 0))
        triggers.append(
          Trigger(
            wordClass: wordClass, head: head, others: words, roles: roles,
            isReciprocal: reciprocal, isAffirmative: affirmative ?? false,
            isActive: active ?? false, isBare: bare, isNaming: naming, isBeside: beside ?? false,
            subjects: Set(subjects ?? []),
            answers: answer))
      }
    }
    guard !triggers.isEmpty else {
      throw SchemaViolation(
        place: place(nil), found: "a trigger without words",
        expected: "verbs, nouns, adjectives or names")
    }
    return triggers
  }
}
