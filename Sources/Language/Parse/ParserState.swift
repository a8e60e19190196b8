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
  /// What is known of one word.
  package struct Node: Sendable {
    /// Its head; -1 for none yet.
    package var head: Int32 = -1
    /// Its outermost and next inner dependents on both sides; -1 for none.
    package var left1: Int32 = -1
    package var left2: Int32 = -1
    package var right1: Int32 = -1
    package var right2: Int32 = -1
    /// The number of its relation to its head.
    package var label: UInt8 = 0
    /// How many dependents it has on either side.
    package var leftCount: UInt8 = 0
    package var rightCount: UInt8 = 0
    /// Which relations its dependents have on either side, one bit each.
    package var leftLabels: UInt64 = 0
    package var rightLabels: UInt64 = 0
  }

  /// One node a word.
  package private(set) var nodes: [Node]
  /// The stack, top last.
  package private(set) var stack: [Int32]
  /// The next word; the number of words when none is left.
  package private(set) var next: Int32 = 0

  /// The start for a sentence of `count` words.
  package init(count: Int) {
    nodes = [Node](repeating: Node(), count: count)
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

  /// The word at `depth` of the stack, 0 on top; -1 where there is none.
  @inline(__always)
  func stacked(_ depth: Int) -> Int32 {
    stack.count > depth ? stack[stack.count - 1 - depth] : -1
  }

  /// The arc that the move would draw; nil for a shift.
  @inline(__always)
  package func arc(of move: ParserMove) -> (head: Int32, dependent: Int32)? {
    switch move {
    case .shift: nil
    case .left: (next, stacked(0))
    case .right: (stacked(1), stacked(0))
    }
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

  /// Names the root's relation, once the parse is final.
  mutating func finish(rootLabel: UInt8) {
    if let root = stack.last { nodes[Int(root)].label = rootLabel }
  }

  /// Changes the relation of a word's arc, which must exist already.
  mutating func relabel(_ dependent: Int, _ label: UInt8) { nodes[dependent].label = label }

  @inline(__always)
  private mutating func attach(_ dependent: Int32, to head: Int32, _ label: UInt8) {
    nodes[Int(dependent)].head = head
    nodes[Int(dependent)].label = label
    var node = nodes[Int(head)]
    if dependent < head {
      node.left2 = node.left1
      node.left1 = dependent
      node.leftCount &+= node.leftCount < 255 ? 1 : 0
      node.leftLabels |= 1 << UInt64(label & 63)
    } else {
      node.right2 = node.right1
      node.right1 = dependent
      node.rightCount &+= node.rightCount < 255 ? 1 : 0
      node.rightLabels |= 1 << UInt64(label & 63)
    }
    nodes[Int(head)] = node
  }
}
