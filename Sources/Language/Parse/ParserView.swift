/// What is known of the dependents that a word has got so far.
package struct PartialTree: Sendable {
  /// The outermost and next inner dependents on both sides; -1 for none.
  var left1: Int32 = -1
  var left2: Int32 = -1
  var right1: Int32 = -1
  var right2: Int32 = -1
  /// The relations of the outermost ones; 63 for none.
  var left1Label: UInt8 = 63
  var right1Label: UInt8 = 63
  /// How many there are on either side.
  var leftCount: UInt8 = 0
  var rightCount: UInt8 = 0
  /// Which relations they have on either side, one bit each.
  var leftLabels: UInt64 = 0
  var rightLabels: UInt64 = 0

  /// A word without dependents.
  init() {}

  /// Adds a dependent, farther out than all on its side.
  @inline(__always)
  mutating func attach(_ dependent: Int32, label: UInt8, onLeft: Bool) {
    if onLeft {
      left2 = left1
      left1 = dependent
      left1Label = label
      leftCount = min(leftCount &+ 1, 100)
      leftLabels |= 1 << UInt64(label & 63)
    } else {
      right2 = right1
      right1 = dependent
      right1Label = label
      rightCount = min(rightCount &+ 1, 100)
      rightLabels |= 1 << UInt64(label & 63)
    }
  }
}

/// The part of a parse that the features look at: three words of the stack, the next word, and the
/// dependents of those that may get an arc.
package struct ParserView: Sendable {
  /// The word on top of the stack, and those below; -1 for none.
  var top: Int32 = -1
  var second: Int32 = -1
  var third: Int32 = -1
  /// The next word; the number of words when none is left.
  var next: Int32
  var topTree = PartialTree()
  var secondTree = PartialTree()
  var nextTree = PartialTree()

  /// A view with an empty stack.
  @inline(__always)
  init(next: Int32) { self.next = next }

  /// The arc that a move would draw, with what both ends have got so far; nil for a shift.
  @inline(__always)
  package func arc(of move: ParserMove) -> ParserArc? {
    switch move {
    case .shift: nil
    case .left:
      ParserArc(head: next, dependent: top, headTree: nextTree, dependentTree: topTree)
    case .right:
      ParserArc(head: second, dependent: top, headTree: secondTree, dependentTree: topTree)
    }
  }
}

/// An arc that is about to be drawn.
package struct ParserArc: Sendable {
  /// The head's index.
  package var head: Int32
  /// The dependent's index.
  package var dependent: Int32
  /// What the head has got before this arc.
  var headTree: PartialTree
  /// What the dependent has got: all of its dependents.
  var dependentTree: PartialTree
}
