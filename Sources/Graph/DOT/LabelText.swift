/// Sets names in lines of a readable width.
enum LabelText {
  /// The text in lines of about `width` characters, broken at spaces only, so that replacing the
  /// breaks by spaces gives the text again. Its own line breaks stay. Short texts stay whole; long
  /// ones are spread evenly, so that no last word stands alone.
  static func wrapped(_ text: String, width: Int = 20) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line -> [String] in
      let length = line.count
      guard length > width else { return [String(line)] }
      let count = (length + width - 1) / width
      return broken(String(line), width: max(12, (length + count - 1) / count + 2))
    }
  }

  private static func broken(_ line: String, width: Int) -> [String] {
    var lines: [String] = []
    var current = ""
    for (index, word) in line.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
      if index == 0 {
        current = String(word)
      } else if current.count + 1 + word.count <= width || current.isEmpty || word.isEmpty {
        current += " " + word
      } else {
        lines.append(current)
        current = String(word)
      }
    }
    return lines + [current]
  }

  /// The parts, with commas between, in lines of about `width` characters; no part is broken.
  static func wrapped(parts: [String], head: String, width: Int = 28) -> [String] {
    var lines: [String] = []
    var current = head
    for (index, part) in parts.enumerated() {
      let piece = index == parts.count - 1 ? part : part + ","
      if current.isEmpty || current == head {
        current += piece
      } else if current.count + 1 + piece.count <= width {
        current += " " + piece
      } else {
        lines.append(current)
        current = (head.isEmpty ? "" : "  ") + piece
      }
    }
    return lines + [current]
  }

  /// What an article would call the node when it comes again: the shortest alias that is a word of
  /// the label, else the label.
  static func shortName(of node: Node) -> String {
    let words = Set(node.label.split(separator: " ").map(String.init))
    let short = node.aliases.filter { words.contains($0) && $0.count > 1 }
    return short.min { a, b in
      a.count != b.count ? a.count < b.count : a.utf8Precedes(b)
    } ?? node.label
  }
}
