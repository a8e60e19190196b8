/// Parts of a training set that are learnt from in turn, so that what a later stage sees of an earlier one
/// errs as it will on new text ("jackknifing").
struct Folds {
  /// How many examples there are.
  let count: Int
  /// How many parts.
  var parts = 4

  /// The indices of the examples in one part, and of all the others. Ten in a row go into the same part.
  subscript(part: Int) -> (inside: [Int], outside: [Int]) {
    let isInside = { (index: Int) in index / 10 % parts == part }
    return ((0..<count).filter(isInside), (0..<count).filter { !isInside($0) })
  }
}
