extension String {
  /// Whether the bytes of `part` stand somewhere in the text.
  ///
  /// `contains` looks for equal characters, which costs ten times as much; text in one normal form, as word lists
  /// and tags are, doesn't need that.
  func hasBytes(of part: String) -> Bool {
    let text = utf8.span
    let wanted = part.utf8.span
    guard !wanted.isEmpty else { return true }
    let first = wanted[0]
    var start = 0
    while start + wanted.count <= text.count {
      if text[start] == first {
        var length = 1
        while length < wanted.count, text[start + length] == wanted[length] { length += 1 }
        if length == wanted.count { return true }
      }
      start += 1
    }
    return false
  }
}

extension StringProtocol where SubSequence == Substring {
  /// The parts between a sign of ASCII, without empty ones.
  ///
  /// `split` goes by characters, which costs several times as much.
  func parts(at sign: Unicode.Scalar) -> [Substring] {
    Substring(self).unicodeScalars.split(separator: sign).map(Substring.init)
  }
}
