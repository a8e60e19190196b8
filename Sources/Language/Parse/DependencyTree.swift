/// A complete tree of one sentence.
package struct DependencyTree: Hashable, Sendable {
  /// The head of every word; -1 for the root.
  package var heads: [Int32]
  /// The number of every word's relation to its head.
  package var labels: [UInt8]

  /// A tree with the given heads and relations.
  package init(heads: [Int32], labels: [UInt8]) {
    self.heads = heads
    self.labels = labels
  }

  /// How many words there are.
  package var count: Int { heads.count }
}
