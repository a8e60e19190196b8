import Graph
import Language

/// Since or until when persons hold their offices, where the document tells it elsewhere: "Abe, who took office in
/// December 2012", "the former premier, who resigned in May".
///
/// Only who holds one office took that one up or left it; a leader took up the office of a leader.
struct OfficeChanges {
  /// The words of a document that tell of a change, each with the person.
  typealias Tellings = [(person: Int, token: Int)]

  private let starts: [Int: TimeSpan]
  private let ends: [Int: TimeSpan]

  /// The starts and ends that a document tells.
  ///
  /// Whom only a pronoun means ("a president whose rating fell since he took office") may be somebody else: of such the
  /// leaders alone count (`leaders`).
  init(
    starts: Tellings, ends: Tellings, attacher: TimeAttacher, entities: DocumentEntities,
    leaders: Set<Int>, published: TimeSpan?
  ) {
    let named = Dictionary(grouping: entities.mentions, by: \.entity)
    func times(_ tellings: Tellings) -> [Int: TimeSpan] {
      Self.times(tellings, attacher, named, leaders, published)
    }
    self.starts = times(starts)
    self.ends = times(ends)
  }

  /// When each person's change was, where the document tells of one only.
  private static func times(
    _ tellings: Tellings, _ attacher: TimeAttacher, _ named: [Int: [ResolvedMention]],
    _ leaders: Set<Int>, _ published: TimeSpan?
  ) -> [Int: TimeSpan] {
    var times: [Int: TimeSpan] = [:]
    var several: Set<Int> = []
    for (person, token) in tellings {
      let sentence = attacher.table.sentence[token]
      let isNamed = named[person]?.contains {
        attacher.table.sentence[$0.mention.tokens.lowerBound] == sentence
      }
      guard isNamed == true || leaders.contains(person) else { continue }
      guard !isAnew(token, attacher.table),
        let time = attacher.time(
          of: token..<token + 1, sentence: sentence, status: .actual, isStanding: false),
        time.lastDay == .max || !lasts(token, attacher.table),
        !time.isAhead(of: published)
      else { continue }
      if let known = times[person], !known.overlaps(time) { several.insert(person) }
      times[person] = time
    }
    for person in several { times[person] = nil }
    return times
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

  /// The offices with their starts, former ones with their ends.
  func dated(_ offices: [OfficeClaimFinder.Finding]) -> [OfficeClaimFinder.Finding] {
    let byPerson = Dictionary(grouping: offices, by: \.person)
    return offices.map { office in
      let others = Set(
        (byPerson[office.person] ?? []).filter { $0.isFormer == office.isFormer }.map(\.office))
      guard others.count == 1 || office.rank == "leader" else { return office }
      var office = office
      if !office.isFormer {
        office.since = starts[office.person]?.opened
      } else if office.term == nil {
        office.term = ends[office.person]?.closed
      }
      return office
    }
  }
}
