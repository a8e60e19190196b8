import Graph
import Language

/// Since when persons hold their offices, where the document tells it elsewhere: "Abe, who took office in December 2012".
///
/// Only who holds one office took that one up; a leader took up the office of a leader.
struct OfficeStarts {
  private var starts: [Int: TimeSpan] = [:]

  /// The starts that the inaugurations of a document tell, as the persons with the words for them.
  ///
  /// Whom only a pronoun means ("a president whose rating fell since he took office") may be somebody else: of such the
  /// leaders alone count (`leaders`).
  init(
    _ inaugurations: [(person: Int, token: Int)], attacher: TimeAttacher,
    entities: DocumentEntities, leaders: Set<Int>, published: TimeSpan?
  ) {
    var several: Set<Int> = []
    let named = Dictionary(grouping: entities.mentions, by: \.entity)
    for (person, token) in inaugurations {
      let sentence = attacher.table.sentence[token]
      let isNamed = named[person]?.contains {
        attacher.table.sentence[$0.mention.tokens.lowerBound] == sentence
      }
      guard isNamed == true || leaders.contains(person) else { continue }
      guard !Self.isAnew(token, attacher.table),
        let time = attacher.time(
          of: token..<token + 1, sentence: sentence, status: .actual, isStanding: false),
        time.lastDay == .max || !Self.lasts(token, attacher.table),
        !time.isAhead(of: published)
      else { continue }
      if let known = starts[person], !known.overlaps(time) { several.insert(person) }
      starts[person] = time
    }
    for person in several { starts[person] = nil }
  }

  /// Whether somebody goes on in the office: "sworn in for a second term".
  private static func isAnew(_ token: Int, _ table: TokenTable) -> Bool {
    let sentence = table.text.sentenceRecords[table.sentence[token]].tokens
    let behind = token + 1..<min(sentence.upperBound, token + reach)
    return behind.contains { table.lower[$0] == "term" && table.lower[$0 - 1] != "first" }
      || behind.contains { table.lower[$0] == "again" }
  }

  /// Whether the verb tells how somebody is in office, which tells a start only by "since": "has ruled since 1994".
  private static func lasts(_ token: Int, _ table: TokenTable) -> Bool {
    ["rule", "govern"].contains(table.text.tokenRecords[token].lemma ?? table.lower[token])
  }

  /// How many words behind an inauguration may tell of which term it is.
  private static let reach = 8

  /// The offices with their starts.
  func dated(_ offices: [OfficeClaimFinder.Finding]) -> [OfficeClaimFinder.Finding] {
    let held = Dictionary(grouping: offices.filter { !$0.isFormer }, by: \.person)
    return offices.map { office in
      guard !office.isFormer, let start = starts[office.person]?.opened else { return office }
      let others = Set((held[office.person] ?? []).map(\.office))
      guard others.count == 1 || office.rank == "leader" else { return office }
      var office = office
      office.since = start
      return office
    }
  }
}
