import Graph

/// A claim before it has its document: the ends are entities of the document, by index.
struct ClaimDraft: Hashable, Sendable {
  let source: Int
  let relation: String
  let target: Int
  /// The sentence that states it, by index.
  let sentence: Int
  /// What its pattern matched, as half-open token indices over the whole text.
  var tokens: Range<Int>
  /// Where else its sentence states the same, in the order of the text.
  var restatements: [Range<Int>] = []
  let frame: String
  var status: Status = .actual
  /// When it happens; nil until the document's times are told apart, and where none is known.
  var time: TimeSpan?
  var place: [Int] = []
  var occasion: [Int] = []
  var over: String?
  var topic: String?
  var attribution: Attribution?
  /// How it was found.
  var trace: ClaimTrace?

  /// Who says so.
  enum Attribution: Hashable, Sendable {
    case entity(Int)
    case words(String)
  }

  /// What is claimed, wherever in the sentence: the same for two matches that say the same.
  var statement: ClaimDraft {
    var copy = self
    copy.tokens = 0..<0
    copy.restatements = []
    copy.trace = nil
    return copy
  }
}
