import Graph

/// A claim before it has its document: the ends are entities of the document, by index.
struct ClaimDraft: Hashable, Sendable {
  let source: Int
  let relation: String
  let target: Int
  /// The sentence that states it, by index.
  let sentence: Int
  /// What its pattern matched, as half-open token indices over the whole text.
  let tokens: Range<Int>
  let frame: String
  var status: Status = .actual
  var place: [Int] = []
  var occasion: [Int] = []
  var topic: String?
  var office: String?
  var isFormer = false
}
