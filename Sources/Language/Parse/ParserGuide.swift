/// What another tree of the same sentence says of a word.
package struct ParserGuide: Sendable {
  /// Its head; -1 for the root.
  package var head: Int32 = -1
  /// The relation to its head; 63 for a word that there isn't.
  package var label: UInt8 = 63
  /// The first and the last of the word and its dependents.
  package var first: Int32
  package var last: Int32
  /// Which relations its dependents have, one bit each.
  package var labels: UInt64 = 0

  /// A word at `index` without dependents.
  init(_ index: Int32) {
    first = index
    last = index
  }

  /// The guides of a sentence by the complete tree of its words in reverse order.
  package static func guides(ofReversed tree: DependencyTree) -> [ParserGuide] {
    let last = Int32(tree.count) - 1
    var guides = tree.heads.indices.map { ParserGuide(Int32($0)) }
    for place in tree.heads.indices {
      let word = last - Int32(place)
      guides[Int(word)].label = tree.labels[place]
      guard tree.heads[place] >= 0 else { continue }
      let head = last - tree.heads[place]
      guides[Int(word)].head = head
      guides[Int(head)].first = min(guides[Int(head)].first, word)
      guides[Int(head)].last = max(guides[Int(head)].last, word)
      guides[Int(head)].labels |= 1 << UInt64(tree.labels[place] & 63)
    }
    return guides
  }
}
