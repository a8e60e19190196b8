import Graph
import Language

/// The time of a story that goes on: "flew to Juba on Friday. There she met Kiir".
///
/// What somebody did, told in the simple past, without a time, right behind a dated deed of the same one and in the
/// same paragraph, happened then too.
struct Narrative {
  private let table: TokenTable
  private var last: (claim: ClaimDraft, time: TimeSpan)?

  init(table: TokenTable) { self.table = table }

  /// Notes a dated claim that happened.
  mutating func note(_ claim: ClaimDraft) {
    guard let time = claim.time else { return }
    last = time.length <= Self.longest && isTold(claim) ? (claim, time) : nil
  }

  /// The time of what was told right before, where `claim` goes on from it.
  func time(of claim: ClaimDraft) -> TimeSpan? {
    guard let last, (0...Self.reach).contains(claim.sentence - last.claim.sentence),
      claim.sentence > last.claim.sentence,
      paragraph(claim) == paragraph(last.claim), claim.source == last.claim.source,
      claim.attribution == last.claim.attribution, isTold(claim), !isEarlier(claim.sentence)
    else { return nil }
    return last.time
  }

  private func paragraph(_ claim: ClaimDraft) -> Int {
    table.text.sentenceRecords[claim.sentence].paragraph
  }

  /// Whether the claim is what its sentence tells, in the simple past: no aside, and nothing that had been before.
  private func isTold(_ claim: ClaimDraft) -> Bool {
    let records = table.text.tokenRecords
    guard let head = TimeOutlook.head(of: claim.tokens, in: records) else { return false }
    let verb = ([head] + records.ancestors(of: head)).first { TimeOutlook.isVerb($0, records) }
    guard let verb, records[verb].fineTag == "VBD" || isPassive(verb) else { return false }
    return ["root", "conj", "parataxis"].contains(records[verb].relation?.rawValue)
  }

  private func isPassive(_ verb: Int) -> Bool {
    let records = table.text.tokenRecords
    guard records[verb].fineTag == "VBN" else { return false }
    let sentence = table.text.sentenceRecords[table.sentence[verb]].tokens
    let auxiliaries = sentence.filter {
      records[$0].head == verb && records[$0].relation?.rawValue.hasPrefix("aux") == true
    }
    return auxiliaries.count == 1
      && auxiliaries.contains { ["was", "were"].contains(table.lower[$0]) }
  }

  private func isEarlier(_ sentence: Int) -> Bool {
    table.text.sentenceRecords[sentence].tokens.contains {
      ReportDays.earlier.contains(table.lower[$0])
    }
  }

  /// In days; what is told to have taken longer dates nothing else.
  private static let longest = 31
  /// How many sentences on a story keeps its time.
  private static let reach = 2
}
