/// Parts of a training set that are learnt from in turn, so that what a later stage sees of an earlier one
/// errs as it will on new text ("jackknifing").
struct Folds: Sendable {
  /// How many examples there are.
  let count: Int
  /// How many parts.
  var parts = 4

  /// The indices of the examples in one part, and of all the others. Ten in a row go into the same part.
  subscript(part: Int) -> (inside: [Int], outside: [Int]) {
    let isInside = { (index: Int) in index / 10 % parts == part }
    return ((0..<count).filter(isInside), (0..<count).filter { !isInside($0) })
  }

  /// For every example what `use` makes of it with something that `learn` learnt from the other parts.
  func map<Learnt, Result: Sendable>(
    learn: @Sendable ([Int]) -> Learnt, use: @Sendable (Learnt, Int) -> Result
  ) -> [Result] {
    let results = inParallel(parts) { part in
      let (inside, outside) = self[part]
      let learnt = learn(outside)
      return inside.map { (index: $0, result: use(learnt, $0)) }
    }
    return results.joined().sorted { $0.index < $1.index }.map(\.result)
  }
}
