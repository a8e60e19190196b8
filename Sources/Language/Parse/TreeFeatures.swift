/// The features by which whole trees of a sentence are compared.
///
/// A complete tree shows what no step of drawing it does: a head's own head, all dependents with their
/// relations in order, how long each part is, and what comes after it.
package struct TreeFeatures {
  /// What a word has below and beside itself; -1 for none.
  private struct Node {
    /// The first and the last word of its part of the sentence.
    var first: Int32
    var last: Int32
    /// Its outermost dependents.
    var left: Int32 = -1
    var right: Int32 = -1
    /// The dependent of the same head that stands next to it, nearer to the head.
    var inner: Int32 = -1
    /// The relations and tags of its dependents in order.
    var labels: UInt64 = 1
    var tags: UInt64 = 1
    /// How many dependents it has.
    var count: UInt64 = 0
  }

  private let heads: [Int32]
  private let labels: [UInt8]
  private var nodes: [Node]

  /// What a tree of the sentence shows.
  package init(_ tree: DependencyTree, _ sentence: borrowing ParserWords) {
    heads = tree.heads
    labels = tree.labels
    nodes = heads.indices.map { Node(first: Int32($0), last: Int32($0)) }
    for index in heads.indices {
      let word = Int32(index)
      let head = heads[index]
      // All words above reach at least as far as this one.
      var above = head
      while above >= 0, word < nodes[Int(above)].first || word > nodes[Int(above)].last {
        nodes[Int(above)].first = min(nodes[Int(above)].first, word)
        nodes[Int(above)].last = max(nodes[Int(above)].last, word)
        above = heads[Int(above)]
      }
      guard head >= 0 else { continue }
      let parent = Int(head)
      if word < head {
        if nodes[parent].left < 0 { nodes[parent].left = word }
      } else {
        if nodes[parent].right >= 0 {
          nodes[index].inner = nodes[parent].right
        } else {
          // The head itself.
          nodes[parent].labels = FeatureHash.joined(nodes[parent].labels, 97)
          nodes[parent].tags = FeatureHash.joined(nodes[parent].tags, 255)
        }
        nodes[parent].right = word
      }
      nodes[parent].labels = FeatureHash.joined(nodes[parent].labels, UInt64(labels[index]) &+ 3)
      nodes[parent].tags = FeatureHash.joined(nodes[parent].tags, sentence.words[index].tag &+ 3)
      nodes[parent].count &+= 1
    }
    // Left dependents, from the head outwards.
    var nearest = [Int32](repeating: -1, count: heads.count)
    for index in heads.indices.reversed() {
      let head = heads[index]
      guard head > Int32(index) else { continue }
      nodes[index].inner = nearest[Int(head)]
      nearest[Int(head)] = Int32(index)
    }
  }

  /// Writes the features of the word's arc to `features`.
  package func extract(
    _ dependent: Int, _ sentence: borrowing ParserWords, into features: inout FeatureList
  ) {
    let words = sentence.words.span
    let nodes = nodes.span
    let none = words.count &- 1
    @inline(__always) func word(_ index: Int32) -> ParserWord {
      words[index < 0 || Int(index) > none ? none : Int(index)]
    }
    @inline(__always) func label(_ index: Int32) -> UInt64 {
      index < 0 ? 63 : UInt64(labels[Int(index)])
    }
    @inline(__always) func pack(_ a: UInt64, _ b: UInt64) -> UInt64 { a << 20 | b }
    let place = Int32(dependent)
    let head = heads[dependent]
    let node = nodes[dependent]
    let d = word(place)
    let h = word(head)
    let grand = head < 0 ? -1 : heads[Int(head)]
    let g = word(grand)
    let great = grand < 0 ? -1 : heads[Int(grand)]
    let relation = UInt64(labels[dependent]) &* 2 &+ (place < head ? 1 : 0)
    let above = label(head) &* 2 &+ (head < grand ? 1 : 0)
    let inner = node.inner
    let s = word(inner)
    let sLabel = label(inner)
    let inner2 = inner < 0 ? -1 : nodes[Int(inner)].inner
    let left = word(node.left)
    let right = word(node.right)
    let (distance, between) = sentence.separation(place, head)
    let length = node.last &- node.first
    let size: UInt64 =
      length < 4 ? UInt64(length) : length < 7 ? 4 : length < 12 ? 5 : length < 20 ? 6 : 7
    let before = word(node.first &- 1)
    let after = word(node.last &+ 1)
    let first = word(node.first)
    let last = word(node.last)
    let tags = pack(h.tag, d.tag)

    features.start(template: 5000)
    features.add(relation, tags)
    features.add(relation, d.word, h.tag)
    features.add(relation, d.tag, h.word)
    features.add(relation, d.word, h.word)
    features.add(relation, d.fine, h.fine)
    features.add(relation, d.fine, h.tag)
    features.add(relation, d.tag, h.fine)
    features.add(relation, pack(d.coarse, h.coarse), tags)
    features.add(relation, distance, between)
    features.add(relation, distance, tags)
    features.add(relation, between, tags)
    features.add(relation, distance, h.word)
    features.add(relation, distance, d.word)
    // The head's head.
    features.add(pack(relation, above), pack(g.tag, 0), tags)
    features.add(relation, above, h.tag)
    features.add(relation, above, d.tag)
    features.add(relation, above, d.word)
    features.add(relation, g.word, d.word)
    features.add(pack(relation, above), g.word, tags)
    features.add(pack(relation, above), pack(label(grand), g.tag), word(great).tag)
    features.add(pack(relation, above), pack(g.fine, d.fine), h.tag)
    features.add(pack(relation, above), left.word, pack(g.tag, h.tag))
    // What stands beside it.
    features.add(pack(relation, sLabel), s.tag, tags)
    features.add(pack(relation, sLabel), h.word)
    features.add(pack(relation, sLabel), h.tag)
    features.add(relation, s.word, d.word)
    features.add(pack(relation, sLabel), label(inner2), h.tag)
    features.add(pack(relation, sLabel), s.word, d.tag)
    // The preposition or the conjunction, mostly.
    features.add(relation, left.word, h.word)
    features.add(relation, left.word, pack(h.tag, distance))
    features.add(relation, left.word, h.fine)
    features.add(pack(relation, h.tag), left.word, d.word)
    features.add(pack(relation, h.fine), left.word, d.fine)
    features.add(relation, left.word, right.tag)
    // All dependents.
    features.add(node.labels, d.tag)
    features.add(node.labels, d.word)
    features.add(node.labels, d.fine)
    features.add(node.tags, d.tag)
    features.add(node.labels, relation, d.tag)
    features.add(relation, node.count, d.tag)
    // How long it is, where it ends, and what comes next.
    features.add(relation, size, tags)
    features.add(relation, size, distance)
    features.add(relation, pack(before.tag, after.tag), d.tag)
    features.add(relation, after.word, d.tag)
    features.add(relation, before.word, d.tag)
    features.add(relation, pack(first.tag, last.tag), tags)
    features.add(relation, pack(first.tag, last.tag), pack(before.tag, after.tag))
    features.add(pack(relation, size), after.tag, d.tag)
    // Whether both ends are alike, as the parts of a coordination are.
    let likeness: UInt64 =
      (d.tag == h.tag ? 1 : 0) + (d.coarse == h.coarse ? 2 : 0) + (d.fine == h.fine ? 4 : 0)
      + (d.word == h.word ? 8 : 0)
    features.add(relation, likeness, tags)
    if head >= 0 {
      let other = nodes[Int(head)]
      features.add(relation, pack(left.tag, word(other.left).tag), tags)
      features.add(pack(relation, likeness), pack(node.count, other.count), left.word)
    }
    // What the guide says.
    if sentence.guides.isEmpty { return }
    let guide = sentence.guides[dependent]
    let isSame: UInt64 = guide.head == head ? 1 : 0
    let says = pack(UInt64(guide.label) &* 2 &+ isSame, relation)
    features.add(says)
    features.add(says, tags)
    features.add(says, d.word)
    features.add(says, distance)
    features.add(isSame, relation)
    features.add(says, word(guide.head).tag, tags)
    features.add(isSame, guide.first == node.first ? 1 : 0, guide.last == node.last ? 1 : 0)
  }
}
