import Language

/// Mends perfect tenses that the parser takes for possession: "Dakar has long accused Banjul" has nothing, but accused
/// somebody.
struct PerfectRepair {
  private var text: AnnotatedText
  private let lower: [String]

  /// The text with its trees mended.
  static func mended(_ table: TokenTable) -> AnnotatedText {
    var repair = Self(text: table.text, lower: table.lower)
    for sentence in table.text.sentenceRecords.map(\.tokens) {
      for token in sentence where repair.isHave(token) { repair.mend(token, in: sentence) }
    }
    return repair.text
  }

  private func isHave(_ token: Int) -> Bool {
    text.tokenRecords[token].partOfSpeech == .verb
      && (lower[token] == "has" || lower[token] == "have" || lower[token] == "had")
  }

  /// Makes the participle that hangs on `have` the head of their clause, and `have` its auxiliary.
  private mutating func mend(_ have: Int, in sentence: Range<Int>) {
    guard let participle = participle(behind: have, in: sentence),
      text.tokenRecords[participle].head == have,
      ["obj", "xcomp", "ccomp", "acl", "advcl"].contains(
        text.tokenRecords[participle].relation?.rawValue)
    else { return }
    let dependents = sentence.filter { text.tokenRecords[$0].head == have && $0 != participle }
    // What is had: "has troops stationed".
    guard !dependents.contains(where: { text.tokenRecords[$0].relation?.rawValue == "obj" }) else {
      return
    }
    text.tokenRecords[participle].head = text.tokenRecords[have].head
    text.tokenRecords[participle].relation = text.tokenRecords[have].relation
    for dependent in dependents { text.tokenRecords[dependent].head = participle }
    text.tokenRecords[have].head = participle
    text.tokenRecords[have].relation = DependencyRelation(rawValue: "aux")
    text.tokenRecords[have].partOfSpeech = .auxiliary
  }

  /// The participle right behind `have`, with adverbs between them at most.
  private func participle(behind have: Int, in sentence: Range<Int>) -> Int? {
    var next = have + 1
    while next < sentence.upperBound, text.tokenRecords[next].partOfSpeech == .adverb { next += 1 }
    guard next < sentence.upperBound, text.tokenRecords[next].fineTag == "VBN" else { return nil }
    return next
  }
}
