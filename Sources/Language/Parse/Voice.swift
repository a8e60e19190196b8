/// Tells passive participles from active ones, which only the tree shows: "was built" and "built in 1900"
/// against "has built".
enum Voice {
  private static let passive = "Tense=Past|VerbForm=Part|Voice=Pass"
  private static let active = "Tense=Past|VerbForm=Part"

  /// Writes the features of the past participles of one sentence, whose tree is known.
  static func mark(_ text: inout AnnotatedText, _ tokens: Range<Int>) {
    guard tokens.contains(where: { isParticiple(text.tokenRecords[$0]) }) else { return }
    var hasAuxiliary = Set<Int>()
    var isPassive = Set<Int>()
    for index in tokens {
      guard let head = text.tokenRecords[index].head else { continue }
      switch text.tokenRecords[index].relation?.rawValue {
      case "aux": hasAuxiliary.insert(head)
      case "aux:pass": isPassive.insert(head)
      default: continue
      }
    }
    for index in tokens where isParticiple(text.tokenRecords[index]) {
      // A participle that is coordinated with another shares its auxiliaries.
      var bearer = index
      if !hasAuxiliary.contains(index), !isPassive.contains(index),
        text.tokenRecords[index].relation?.rawValue == "conj",
        let head = text.tokenRecords[index].head, isParticiple(text.tokenRecords[head])
      {
        bearer = head
      }
      let isActive = hasAuxiliary.contains(bearer) && !isPassive.contains(bearer)
      text.tokenRecords[index].morphology = isActive ? active : passive
    }
  }

  private static func isParticiple(_ record: TokenRecord) -> Bool {
    record.fineTag == "VBN" && record.partOfSpeech == .verb
  }
}
