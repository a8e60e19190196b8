/// Walks two lists in one order side by side, as merging does.
enum CanonicalWalk {
  /// What of both lists the other doesn't have alike.
  ///
  /// Takes time in the order of both, and no memory for what they share. `precedes` is the lists' order. Two
  /// entries in one place that aren't the same are both told, and so are entries that are the same in different
  /// places.
  static func differing<Element>(
    _ a: [Element], _ b: [Element], precedes: (Element, Element) -> Bool,
    isSame: (Element, Element) -> Bool
  ) -> (a: [Element], b: [Element]) {
    var result: (a: [Element], b: [Element]) = ([], [])
    var (i, j) = (0, 0)
    while i < a.count, j < b.count {
      if isSame(a[i], b[j]) {
        i += 1
        j += 1
      } else if precedes(a[i], b[j]) {
        result.a.append(a[i])
        i += 1
      } else if precedes(b[j], a[i]) {
        result.b.append(b[j])
        j += 1
      } else {
        result.a.append(a[i])
        result.b.append(b[j])
        i += 1
        j += 1
      }
    }
    result.a += a[i...]
    result.b += b[j...]
    return result
  }
}
