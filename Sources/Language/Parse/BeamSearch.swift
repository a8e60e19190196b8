/// Several parses of one sentence, carried on side by side: after each step the best of all that could
/// follow are kept.
///
/// Parses share what they have in common: a stack is a linked list of words with their dependents, so
/// that a step costs the same however long the sentence is (Goldberg, Zhao and Huang, "Efficient
/// Implementation of Beam-Search Incremental Parsers", ACL 2013).
package struct BeamSearch: ~Copyable {
  /// A parse as far as it has come.
  package struct Hypothesis: Sendable {
    /// The sum of its moves' scores.
    package var score: Int32 = 0
    /// The place of the parse that it continues, in the step before.
    package var parent: Int32 = -1
    /// The move that led here.
    package var move: ParserMove = .shift
    /// The number of the relation that the move named, if it drew an arc.
    package var label: UInt8 = 0
    /// Both ends of that arc.
    package var head: Int32 = -1
    package var dependent: Int32 = -1
    /// The item on top of the stack; -1 for an empty one.
    var top: Int32 = -1
    /// How many items are on the stack.
    var depth: Int32 = 0
    /// The next word.
    var next: Int32 = 0
    /// The next word's dependents so far.
    var nextTree = PartialTree()
  }

  /// A word on a stack.
  private struct Item {
    var word: Int32
    var below: Int32
    var tree: PartialTree
  }

  /// A move that one of the parses could make.
  private struct Candidate {
    var score: Int32
    var parent: Int
    var move: ParserMove
  }

  /// The parses after each step, the best first; the start is step 0.
  package private(set) var steps: [[Hypothesis]] = [[Hypothesis()]]
  private var items: [Item] = []
  private let count: Int32
  private let width: Int
  private var features = FeatureList()
  private var candidates: [Candidate] = []

  /// The start for a sentence of `count` words, with at most `width` parses.
  package init(count: Int, width: Int) {
    self.count = Int32(count)
    self.width = width
    items.reserveCapacity(count * width * 2)
    steps.reserveCapacity(count * 2)
  }

  /// Whether all parses are complete; they all take the same number of steps, two a word but one.
  package var isFinal: Bool { steps.count - 1 >= Int(count) * 2 - 1 }

  /// Continues every parse by one move and keeps the best.
  ///
  /// `score` gives the scores of the three moves for a parse's features, `label` the number of the relation
  /// of an arc.
  @inline(__always)
  package mutating func advance(
    _ sentence: borrowing ParserWords,
    score: (borrowing FeatureList) -> SIMD4<Int32>,
    label: (borrowing ParserArc, borrowing ParserWords) -> UInt8
  ) {
    let parents = steps[steps.count - 1]
    candidates.removeAll(keepingCapacity: true)
    for index in parents.indices {
      let parent = parents[index]
      let mayShift = parent.next < count
      let mayLeft = mayShift && parent.depth > 0
      let mayRight = parent.depth > 1
      var scores = SIMD4<Int32>.zero
      // Where only one move applies it needs no score.
      if mayLeft || mayRight && mayShift {
        let view = view(parent)
        MoveFeatures.extract(view, sentence, into: &features)
        scores = score(features)
      }
      if mayShift { consider(.shift, parent.score &+ scores[0], index) }
      if mayLeft { consider(.left, parent.score &+ scores[1], index) }
      if mayRight { consider(.right, parent.score &+ scores[2], index) }
    }
    var next: [Hypothesis] = []
    next.reserveCapacity(candidates.count)
    for candidate in candidates {
      next.append(child(of: parents[candidate.parent], candidate, sentence, label))
    }
    steps.append(next)
  }

  /// Puts a move among the best ones; of equals the first stays first.
  @inline(__always)
  private mutating func consider(_ move: ParserMove, _ score: Int32, _ parent: Int) {
    if candidates.count == width, score <= candidates[width - 1].score { return }
    if candidates.count == width { candidates.removeLast() }
    var place = candidates.count
    while place > 0, candidates[place - 1].score < score { place -= 1 }
    candidates.insert(Candidate(score: score, parent: parent, move: move), at: place)
  }

  /// What the features look at.
  @inline(__always)
  private func view(_ parse: Hypothesis) -> ParserView {
    var view = ParserView(next: parse.next)
    view.nextTree = parse.nextTree
    if parse.top >= 0 {
      let top = items[Int(parse.top)]
      view.top = top.word
      view.topTree = top.tree
      if top.below >= 0 {
        let second = items[Int(top.below)]
        view.second = second.word
        view.secondTree = second.tree
        if second.below >= 0 { view.third = items[Int(second.below)].word }
      }
    }
    return view
  }

  /// The parse that a move makes of another.
  @inline(__always)
  private mutating func child(
    of parent: Hypothesis, _ candidate: Candidate, _ sentence: borrowing ParserWords,
    _ label: (borrowing ParserArc, borrowing ParserWords) -> UInt8
  ) -> Hypothesis {
    var child = parent
    child.score = candidate.score
    child.parent = Int32(candidate.parent)
    child.move = candidate.move
    guard let arc = view(parent).arc(of: candidate.move) else {
      items.append(Item(word: parent.next, below: parent.top, tree: parent.nextTree))
      child.top = Int32(items.count - 1)
      child.depth += 1
      child.next += 1
      child.nextTree = PartialTree()
      child.head = -1
      child.dependent = -1
      return child
    }
    child.label = label(arc, sentence)
    child.head = arc.head
    child.dependent = arc.dependent
    child.depth -= 1
    let below = items[Int(parent.top)].below
    if candidate.move == .left {
      child.nextTree.attach(arc.dependent, label: child.label, onLeft: true)
      child.top = below
    } else {
      var item = items[Int(below)]
      item.tree.attach(arc.dependent, label: child.label, onLeft: false)
      items.append(item)
      child.top = Int32(items.count - 1)
    }
    return child
  }

  /// The trees of all parses, once they are complete, with their scores; the root's relation has the number
  /// `rootLabel`.
  package func trees(rootLabel: UInt8) -> [(tree: DependencyTree, score: Int32)] {
    let last = steps.count - 1
    return steps[last].indices.map { place in
      var tree = DependencyTree(
        heads: [Int32](repeating: -1, count: Int(count)),
        labels: [UInt8](repeating: rootLabel, count: Int(count)))
      var place = place
      let score = steps[last][place].score
      for step in stride(from: last, to: 0, by: -1) {
        let parse = steps[step][place]
        if parse.dependent >= 0 {
          tree.heads[Int(parse.dependent)] = parse.head
          tree.labels[Int(parse.dependent)] = parse.label
        }
        place = Int(parse.parent)
      }
      return (tree, score)
    }
  }

  /// The moves that led to the parse at `place` after step `step`, with the relations that they named.
  package func moves(to place: Int, step: Int) -> [(move: ParserMove, label: UInt8)] {
    var moves: [(move: ParserMove, label: UInt8)] = []
    var place = place
    for step in stride(from: step, to: 0, by: -1) {
      let parse = steps[step][place]
      moves.append((parse.move, parse.label))
      place = Int(parse.parent)
    }
    return moves.reversed()
  }
}
