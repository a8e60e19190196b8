import Language

/// Tells whether the name of a body that meets now and then stands for its meeting: "at the General Assembly" is where
/// somebody is, "the General Assembly condemned" acts.
struct SessionSense {
  let trees: DependencyIndex
  let table: TokenTable
  let words: WordTable

  /// Whether the name of those tokens is of a meeting that somebody comes to, speaks at or stays away from.
  func isMeeting(_ tokens: Range<Int>) -> Bool {
    let name = trees.head(of: tokens)
    guard let governor = trees.heads[name] else { return false }
    let lemma = trees.lemmas[governor].lowercased()
    let isVerb = trees.partsOfSpeech[governor] == .verb
    if trees.relations[name] == "obj" { return isVerb && words.verb(lemma, is: .attendance) }
    let marks = trees.dependents(of: name, by: "case").map { table.lower[$0] }
    if marks.contains(where: ["at", "during", "before"].contains) { return true }
    if marks.contains("of") {
      return ["sideline", "sidelines", "margin", "margins"].contains(lemma)
    }
    guard marks.contains("to") else { return false }
    return isVerb ? words.verb(lemma, is: .attendance) : words.noun(lemma, is: .attendance)
  }
}
