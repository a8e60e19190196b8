import Graph
import Language

/// When a happening was that the text dates by a noun alone: "Saturday's call", "the talks on Tuesday".
///
/// Such a noun takes up what the text tells of two elsewhere without a time. Where it tells of one pair only, theirs is
/// the call.
struct DatedNouns {
  /// The one time that nouns give to each relation; nil where they give several.
  private var times: [String: TimeSpan?] = [:]

  /// The times of `expressions` on nouns for relations (`relations`, by token) that are part of none of `claims`.
  init(
    table: TokenTable, expressions: [TimeExpression], relations: [Int: Set<String>],
    claims: [ClaimDraft], published: TimeSpan?
  ) {
    guard published != nil else { return }
    let claimed = Set(claims.flatMap(\.tokens))
    let records = table.text.tokenRecords
    for expression in expressions {
      guard let time = expression.resolved, time.length == 1, !time.isAhead(of: published),
        let head = TimeOutlook.head(of: expression.tokens, in: records),
        Self.modifiers.contains(records[head].relation?.rawValue ?? ""),
        let (noun, isCall) = Self.act(below: head, at: expression.tokens, records, table),
        !claimed.contains(noun)
      else { continue }
      for relation in isCall ? ["calls"] : relations[noun] ?? [] {
        if let known = times[relation], known != time {
          times[relation] = .some(nil)
        } else {
          times[relation] = time
        }
      }
    }
  }

  /// Gives the time of a relation's noun to the claims of that relation, if it is an encounter, where all of them are of
  /// one pair and undated.
  func date(_ claims: inout [ClaimDraft], where isEncounter: (String) -> Bool) {
    for (relation, time) in times {
      guard let time, isEncounter(relation) else { continue }
      let own = claims.indices.filter {
        claims[$0].relation == relation && claims[$0].status == .actual
      }
      let pairs = Set(own.map { Set([claims[$0].source, claims[$0].target]) })
      guard pairs.count == 1, own.allSatisfy({ claims[$0].time == nil }) else { continue }
      for index in own {
        claims[index].time = time
        claims[index].trace?.time = "time of what the text takes it up with"
      }
    }
  }

  /// The noun that a time dates, and whether the words before the time make it a call: "talks over the telephone Sunday".
  /// The parser may take these for words of the day.
  private static func act(
    below head: Int, at time: Range<Int>, _ records: [TokenRecord], _ table: TokenTable
  ) -> (noun: Int, isCall: Bool)? {
    guard let governor = records[head].head else { return nil }
    guard time.lowerBound > 0, Self.phones.contains(table.lower[time.lowerBound - 1]) else {
      return (governor, false)
    }
    guard Self.phones.contains(table.lower[governor]) else { return (governor, true) }
    return records[governor].head.map { ($0, true) }
  }

  private static let phones: Set<String> = ["telephone", "phone"]
  /// How a time hangs on a noun.
  private static let modifiers: Set<String> = [
    "nmod:poss", "compound", "nmod", "nmod:unmarked", "obl:unmarked",
  ]
}
