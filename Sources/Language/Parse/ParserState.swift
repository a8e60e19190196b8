/// A move of the parser (arc-hybrid system: Kuhlmann, Gómez-Rodríguez and Satta 2011).
package enum ParserMove: Int, CaseIterable, Sendable {
  /// The next word goes onto the stack.
  case shift = 0
  /// The word on top of the stack depends on the next word, and leaves the stack.
  case left = 1
  /// The word on top of the stack depends on the word below it, and leaves the stack.
  case right = 2
}

/// How far the parse of one sentence has come: the words on the stack, the next word, and the arcs so far.
///
/// The word that is left on the stack when no more words follow is the root, so that every sentence has
/// exactly one.
package struct ParserState: Sendable {
  /// One node a word.
  package private(set) var nodes: [PartialTree]
  /// The head of every word; -1 for none yet.
  package private(set) var heads: [Int32]
  /// The number of every word's relation to its head.
  package private(set) var labels: [UInt8]
  /// The stack, top last.
  package private(set) var stack: [Int32]
  /// The next word; the number of words when none is left.
  package private(set) var next: Int32 = 0

  /// The start for a sentence of `count` words.
  package init(count: Int) {
    nodes = [PartialTree](repeating: PartialTree(), count: count)
    heads = [Int32](repeating: -1, count: count)
    labels = [UInt8](repeating: 0, count: count)
    stack = []
    stack.reserveCapacity(count)
  }

  /// How many words there are.
  @inline(__always)
  package var count: Int { nodes.count }

  /// Whether all arcs are there.
  @inline(__always)
  package var isFinal: Bool { Int(next) == nodes.count && stack.count <= 1 }

  /// Whether the move applies.
  @inline(__always)
  package func allows(_ move: ParserMove) -> Bool {
    switch move {
    case .shift: Int(next) < nodes.count
    case .left: Int(next) < nodes.count && !stack.isEmpty
    case .right: stack.count >= 2
    }
  }

  /// The move that alone applies; nil where there are several. Without a next word only `right` is left, with an empty
  /// stack only `shift`.
  @inline(__always)
  package var onlyMove: ParserMove? {
    Int(next) == nodes.count ? .right : stack.isEmpty ? .shift : nil
  }

  /// Makes the move, which must apply; the new arc has the relation numbered `label`.
  @inline(__always)
  package mutating func apply(_ move: ParserMove, label: UInt8) {
    switch move {
    case .shift:
      stack.append(next)
      next += 1
    case .left:
      attach(stack.removeLast(), to: next, label)
    case .right:
      let dependent = stack.removeLast()
      attach(dependent, to: stack[stack.count - 1], label)
    }
  }

  /// What the features look at.
  @inline(__always)
  package var view: ParserView {
    var view = ParserView(next: next)
    let depth = stack.count
    if depth > 0 {
      view.top = stack[depth &- 1]
      view.topTree = nodes[Int(view.top)]
    }
    if depth > 1 {
      view.second = stack[depth &- 2]
      view.secondTree = nodes[Int(view.second)]
    }
    if depth > 2 { view.third = stack[depth &- 3] }
    if Int(next) < nodes.count { view.nextTree = nodes[Int(next)] }
    return view
  }

  /// The tree, once the parse is final; the root's relation has the number `rootLabel`.
  package consuming func tree(rootLabel: UInt8) -> DependencyTree {
    if let root = stack.last { labels[Int(root)] = rootLabel }
    return DependencyTree(heads: heads, labels: labels)
  }

  @inline(__always)
  private mutating func attach(_ dependent: Int32, to head: Int32, _ label: UInt8) {
    heads[Int(dependent)] = head
    labels[Int(dependent)] = label
    nodes[Int(head)].attach(dependent, label: label, onLeft: dependent < head)
  }
}
