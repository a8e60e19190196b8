import Language

extension TokenRecord {
  /// Whether its tag is of a finite verb or a modal.
  var isFinite: Bool {
    switch fineTag {
    case "VBD", "VBZ", "VBP", "MD": true
    default: false
    }
  }
}

/// Trees as their records have them, for repairs, which change them as they go.
extension [TokenRecord] {
  /// The token of a name, or of another run of words, that hangs on none of the others; the last where there is none.
  func head(of tokens: Range<Int>) -> Int {
    tokens.first { self[$0].head.map { !tokens.contains($0) } ?? true } ?? tokens.upperBound - 1
  }

  /// The path from a token up to the root, without the token itself.
  func ancestors(of token: Int) -> [Int] {
    var path: [Int] = []
    var next = self[token].head
    // A repair may have met a tree that a file got wrong.
    while let token = next, path.count < 200 {
      path.append(token)
      next = self[token].head
    }
    return path
  }
}
