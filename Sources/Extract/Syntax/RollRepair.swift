import Graph
import Language

/// Mends lists of persons with long titles of which the parser keeps but the last for the subject: "Council
/// Coordinator Eva Lind, Deputy Commander Jonas Holm, and Acting Assistant Administrator for Asia Ana Rojas left".
struct RollRepair {
  /// Where persons stand with their titles, in the order of the text.
  private let persons: [Range<Int>]

  /// A repair of trees over a table in which those names are.
  init(mentions: [EntityMention]) {
    persons =
      mentions.filter { !$0.titles.isEmpty }.map(\.extent)
      .sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
  }

  /// Repairs the trees of a table.
  func apply(to table: inout TokenTable) {
    var next = 0
    for sentence in table.text.sentenceRecords.map(\.tokens) {
      var run: [Range<Int>] = []
      while next < persons.count, persons[next].lowerBound < sentence.upperBound {
        let person = persons[next]
        next += 1
        if let last = run.last {
          guard last.upperBound <= person.lowerBound else { continue }
          switch joint(last.upperBound..<person.lowerBound, in: table) {
          case .comma: run.append(person)
          case .and:
            run.append(person)
            mend(run, in: sentence, of: &table)
            run = []
          case nil:
            mendOpen(run, in: sentence, of: &table)
            run = [person]
          }
        } else {
          run = [person]
        }
      }
      mendOpen(run, in: sentence, of: &table)
    }
  }

  /// "the president, the head of the army Eva Lind, and farmers": a list that goes on with somebody who has no name.
  private func mendOpen(_ run: [Range<Int>], in sentence: Range<Int>, of table: inout TokenTable) {
    guard let end = run.last?.upperBound, end + 1 < sentence.upperBound,
      [[",", "and"], [",", "as"]].contains([table.lower[end], table.lower[end + 1]])
    else { return }
    mend(run, in: sentence, of: &table)
  }

  private enum Joint { case comma, and }

  /// What joins two persons: a comma or an "and", and beside it nothing but the names of bodies and fields.
  private func joint(_ gap: Range<Int>, in table: TokenTable) -> Joint? {
    var joint: Joint?
    guard gap.count <= Self.longest else { return nil }
    for token in gap {
      switch table.lower[token] {
      case ",":
        guard joint == nil else { return nil }
        joint = .comma
      case "and" where joint == nil || table.lower[token - 1] == ",": joint = .and
      case "of", "for", "the", "at", "-", ".": continue
      // "the 14th District"
      default:
        guard table.isCapitalized[token] || table.forms[token].first?.isNumber == true else {
          return nil
        }
      }
    }
    return joint
  }

  /// Makes the persons one list in the place of the first, or of the body that the parser takes the first for a part of.
  private func range(
    _ heads: [Int], over span: Range<Int>, in sentence: Range<Int>, of table: inout TokenTable
  ) {
    let records = table.text.tokenRecords
    let first = heads[0]
    guard var place = records[first].head else { return }
    if ["flat", "compound"].contains(records[first].relation?.rawValue), place < span.lowerBound,
      span.lowerBound - place <= 2, let above = records[place].head, !span.contains(above)
    {
      // "led by National Security Council Coordinator Eva Lind"
      table.text.tokenRecords[first].relation = records[place].relation
      table.text.tokenRecords[first].head = above
      for token in sentence
      where records[token].head == place
        && Self.moved.contains(records[token].relation?.rawValue ?? "")
      {
        table.text.tokenRecords[token].head = first
      }
      table.text.tokenRecords[place].head = first
      table.text.tokenRecords[place].relation = DependencyRelation(rawValue: "compound")
      place = above
    }
    guard !span.contains(place),
      !table.text.tokenRecords.ancestors(of: place).contains(where: heads.contains)
    else { return }
    for head in heads.dropFirst() {
      table.text.tokenRecords[head].head = first
      table.text.tokenRecords[head].relation = DependencyRelation(rawValue: "conj")
    }
  }

  /// What hangs on a body that stands for the first of a list, and belongs to him.
  private static let moved: Set<String> = ["case", "cc", "conj", "det", "acl", "acl:relcl"]

  /// Makes the persons one list, which is the subject of the verb that one of them is the subject of, where no verb
  /// stands before them.
  private func mend(_ run: [Range<Int>], in sentence: Range<Int>, of table: inout TokenTable) {
    guard run.count > 2, let first = run.first, let last = run.last else { return }
    let heads = run.map(table.text.tokenRecords.head(of:))
    let span = first.lowerBound..<last.upperBound
    let records = table.text.tokenRecords
    let subjects = heads.filter { records[$0].relation?.rawValue.hasPrefix("nsubj") == true }
    if subjects.isEmpty {
      range(heads, over: span, in: sentence, of: &table)
      attachBodies(of: run, heads, in: &table)
      return
    }
    guard let subject = subjects.last, let verb = records[subject].head, verb >= span.upperBound,
      records[verb].partOfSpeech == .verb,
      !(sentence.lowerBound..<first.lowerBound).contains(where: {
        records[$0].partOfSpeech == .verb
      }),
      heads.dropFirst().contains(where: { records[$0].relation?.rawValue != "conj" }),
      !records.ancestors(of: verb).contains(where: span.contains)
    else { return }
    let relation = records[subject].relation
    for (index, head) in heads.enumerated() {
      table.text.tokenRecords[head].head = index == 0 ? verb : heads[0]
      table.text.tokenRecords[head].relation =
        index == 0 ? relation : DependencyRelation(rawValue: "conj")
    }
    attachBodies(of: run, heads, in: &table)
  }

  /// What stands between them belongs to whom it stands before.
  private func attachBodies(of run: [Range<Int>], _ heads: [Int], in table: inout TokenTable) {
    for index in 1..<run.count {
      let own = run[index - 1].upperBound..<run[index].upperBound
      for token in own where token != heads[index] {
        guard let above = table.text.tokenRecords[token].head, !own.contains(above) else {
          continue
        }
        table.text.tokenRecords[token].head = heads[index]
        table.text.tokenRecords[token].relation = DependencyRelation(
          rawValue: ["and": "cc", ",": "punct"][table.lower[token]] ?? "compound")
      }
    }
  }

  /// How many words may stand between two of a list.
  private static let longest = 14
}
