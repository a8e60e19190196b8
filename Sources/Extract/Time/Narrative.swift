import Graph
import Language

/// The time of a story that goes on: "flew to Juba on Friday. There she met Kiir".
///
/// What somebody did, told in the simple past, without a time, right behind a dated deed of the same one and in the
/// same paragraph, happened then too; so did what the other side of that deed did next. The paragraph behind a
/// report's first sentence goes on from it.
struct Narrative {
  private let table: TokenTable
  private typealias Deed = (claim: ClaimDraft, time: TimeSpan)
  private var last: Deed?
  /// The one told last before the sentence of `last`.
  private var previous: Deed?

  init(table: TokenTable) { self.table = table }

  /// Notes a dated claim that happened.
  mutating func note(_ claim: ClaimDraft) {
    guard let time = claim.time else { return }
    if last?.claim.sentence != claim.sentence { previous = last }
    last = time.length <= Self.longest && isTold(claim) ? (claim, time) : nil
  }

  /// The time of what was told right before, where `claim` goes on from it; what a sentence between dates (`isDated`)
  /// has taken the story elsewhere: "signed it on May 3. Two days later, rebels attacked. Chad accused Sudan".
  func time(of claim: ClaimDraft, isDated: (Int) -> Bool) -> TimeSpan? {
    guard let last = told(before: claim), claim.sentence - last.claim.sentence <= Self.reach,
      claim.attribution == last.claim.attribution, let verb = toldVerb(claim)
    else { return nil }
    guard !isThen(verb), !isEarlier(claim.sentence),
      !(last.claim.sentence..<claim.sentence).dropFirst().contains(where: isDated)
    else { return nil }
    // "called Abe on Friday ... Xi also called him"
    if paragraph(claim) == paragraph(last.claim), claim.relation == last.claim.relation,
      claim.target == last.claim.target, isAlso(verb)
    {
      return last.time
    }
    let isSame = claim.source == last.claim.source
    let isNext = claim.sentence == last.claim.sentence + 1
    if paragraph(claim) == paragraph(last.claim) {
      return isSame || isNext && isOtherSide(claim, of: last.claim) ? last.time : nil
    }
    return isSame && isNext && last.claim.sentence <= Self.lead ? last.time : nil
  }

  /// The time of what was told right before, which the claim takes up with "then": "They agreed then".
  func timeThen(of claim: ClaimDraft) -> TimeSpan? {
    guard let last = told(before: claim), claim.sentence == last.claim.sentence + 1,
      let verb = toldVerb(claim),
      isThen(verb)
    else { return nil }
    return last.time
  }

  /// The deed told last before the claim's sentence.
  private func told(before claim: ClaimDraft) -> Deed? {
    last?.claim.sentence == claim.sentence ? previous : last
  }

  private func isOtherSide(_ claim: ClaimDraft, of last: ClaimDraft) -> Bool {
    [last.source, last.target].contains { $0 == claim.source || $0 == claim.target }
  }

  private func paragraph(_ claim: ClaimDraft) -> Int {
    table.text.sentenceRecords[claim.sentence].paragraph
  }

  /// Whether the claim is what its sentence tells, in the simple past, and not as an earlier happening.
  func isJustTold(_ claim: ClaimDraft) -> Bool { isTold(claim) && !isEarlier(claim.sentence) }

  /// Whether its words are the subject of a verb: "The call took place".
  func isSubject(_ claim: ClaimDraft) -> Bool {
    let records = table.text.tokenRecords
    return TimeOutlook.head(of: claim.tokens, in: records).map {
      records[$0].relation?.rawValue.hasPrefix("nsubj") == true
    } ?? false
  }

  private func isTold(_ claim: ClaimDraft) -> Bool { toldVerb(claim) != nil }

  /// The verb of a claim that is what its sentence tells, in the simple past: no aside, and nothing that had been
  /// before; nil for others. What somebody did while telling is told with it: "Standing beside Kiir, Clinton said".
  private func toldVerb(_ claim: ClaimDraft) -> Int? {
    let records = table.text.tokenRecords
    guard let head = TimeOutlook.head(of: claim.tokens, in: records) else { return nil }
    var verbs = ([head] + records.ancestors(of: head)).filter { TimeOutlook.isVerb($0, records) }
    if let first = verbs.first, records[first].fineTag == "VBG",
      records[first].relation?.rawValue == "advcl"
    {
      verbs.removeFirst()
    }
    // "Ghani was in Lima last week."
    let isThere = claim.relation == "visits" && verbs.isEmpty && wasAt(head)
    if isThere { return records[head].relation?.rawValue == "root" ? head : nil }
    guard let verb = verbs.first, records[verb].fineTag == "VBD" || isPassive(verb),
      ["root", "conj", "parataxis"].contains(records[verb].relation?.rawValue)
    else { return nil }
    return verb
  }

  /// Whether a place is where somebody was.
  private func wasAt(_ place: Int) -> Bool {
    let records = table.text.tokenRecords
    return table.text.sentenceRecords[table.sentence[place]].tokens.contains {
      records[$0].head == place && records[$0].relation?.rawValue == "cop"
        && ["was", "were"].contains(table.lower[$0])
    }
  }

  private func isAlso(_ verb: Int) -> Bool {
    table.text.sentenceRecords[table.sentence[verb]].tokens.contains {
      ["also", "too", "likewise"].contains(table.lower[$0])
        && table.text.tokenRecords[$0].head == verb
    }
  }

  /// Whether "then" right behind the verb takes up the time told before; before it, it says what came next.
  private func isThen(_ verb: Int) -> Bool {
    verb + 1 < table.count && table.lower[verb + 1] == "then"
      && table.sentence[verb + 1] == table.sentence[verb]
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
      ReportDays.earlier.contains(table.lower[$0]) && !isOfTitle($0)
    }
  }

  /// Whether the word tells of somebody's office only: "Lind, then secretary of state, flew on".
  private func isOfTitle(_ token: Int) -> Bool {
    switch table.lower[token] {
    case "former": return true
    case "then":
      return token > 1 && table.lower[token - 1] == "," && table.isCapitalized[token - 2]
    default: return false
    }
  }

  /// In days; what is told to have taken longer dates nothing else.
  private static let longest = 31
  /// How many sentences on a story keeps its time.
  private static let reach = 2
  /// The last sentence of a report's beginning: the one behind the headline.
  private static let lead = 1
}
