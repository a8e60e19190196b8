import Graph
import Language

/// How a claim was found, for people: the words that state it, the places of its ends, and what gave its status.
///
/// As text: `trigger 'talks' (14:19); source support.nsubj 'Odhiambo'; target with 'Solbakken'; status planned by
/// 'agreed'`. Ranges are half-open, in bytes from the start of the sentence.
struct ClaimTrace: Hashable, Sendable {
  /// The trigger or pattern as its file has it; nil for what no frame states.
  var wording: FrameLibrary.Wording?
  /// What states it, in words.
  let origin: String
  /// The ends, each with the path to it.
  var ends: [String] = []
  /// What gave the status; nil where nothing did, and it is actual.
  var status: String?
  /// What gave the time where it doesn't stand with the words that state the claim; nil else.
  var time: String?

  /// All of it on one line.
  var text: String {
    ([origin] + ends + [status, time].compactMap(\.self)).joined(separator: "; ")
  }

  /// What gave the status of what a frame states: the frame itself, or the cues, by their words.
  static func text(
    of status: StatusReader.Reading, of frame: FrameLibrary.Frame, in table: TokenTable
  ) -> String? {
    if frame.status != nil { return "status \(status.status.rawValue) by the frame" }
    guard !status.cues.isEmpty else { return nil }
    let cues = status.cues.map { "'\(table.forms[$0])'" }
    return "status \(status.status.rawValue) by \(cues.joined(separator: ", "))"
  }
}

extension TokenTable {
  /// Words for a trace: what they are, the words in the order of the text, and where they
  /// stand in their sentence.
  func traced(_ kind: String, _ tokens: some Collection<Int>) -> String {
    guard let first = tokens.min(), let last = tokens.max() else { return kind }
    let range = byteRange(first..<last + 1)
    let start = text.sentence(sentence[first]).range.start
    var words = ""
    var before: Int?
    for token in tokens {
      // A gap between the words is told: "imposed ... sanctions".
      if let before {
        words += token > before + 1 ? " ... " : hasSpaceBefore[token] ? " " : ""
      }
      words += forms[token]
      before = token
    }
    return "\(kind) '\(words)' (\(range.start - start):\(range.end - start))"
  }
}
