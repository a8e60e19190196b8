internal import Language
internal import Yams

/// The YAML between two lines `---` at the very start of a text.
struct FrontMatter: Hashable, Sendable {
  /// From the first line's start to the closing line's end.
  var range: ByteRange
  /// The bytes of the title's value, without its quotes, where it is written on one line.
  var titleRange: ByteRange?
  /// What it says.
  var metadata: DocumentMetadata

  /// The front matter of a text, and what was odd about it; nil where the text starts otherwise, or what
  /// stands between the two lines is no mapping (two rules drawn around a paragraph, say).
  static func read(_ bytes: [UInt8], path: String) -> (
    frontMatter: FrontMatter?, warnings: [Warning]
  ) {
    let lines = TextLine.lines(of: bytes)
    guard let opening = lines.first, isFence(opening, in: bytes, dots: false),
      let closing = lines.dropFirst().firstIndex(where: { isFence($0, in: bytes, dots: true) })
    else { return (nil, []) }
    let inside = lines[1].range.start..<lines[closing].range.start
    let range = ByteRange(opening.content.start, lines[closing].content.end)

    var fields = YAMLFields(path: path, linesBefore: 1)
    let yaml = String(decoding: bytes[inside], as: UTF8.self)
    guard let tree = fields.tree(of: yaml, whatIsLost: "the front matter is passed over") else {
      let isEmpty = fields.warnings.isEmpty
      return isEmpty
        ? (nil, []) : (FrontMatter(range: range, metadata: DocumentMetadata()), fields.warnings)
    }
    guard let mapping = tree.mapping else { return (nil, []) }
    var result = FrontMatter(range: range, metadata: fields.metadata(of: mapping))
    if let title = mapping["title"], let mark = title.mark, lines.indices.contains(mark.line) {
      result.titleRange = valueRange(of: title, at: mark, line: lines[mark.line], in: bytes)
    }
    return (result, fields.warnings)
  }

  /// The bytes that a scalar's value takes on its line, without quotes; nil for a value over several lines.
  private static func valueRange(of node: Node, at mark: Mark, line: TextLine, in bytes: [UInt8])
    -> ByteRange?
  {
    guard let scalar = node.scalar else { return nil }
    let rest = String(decoding: bytes[line.range.start..<line.content.end], as: UTF8.self)
      .unicodeScalars.dropFirst(mark.column - 1)
    let start = line.content.end - rest.reduce(0) { $0 + UTF8.width($1) }
    var range: ByteRange?
    switch scalar.style {
    case .doubleQuoted, .singleQuoted:
      guard let quote = rest.first?.value else { return nil }
      var end = start + 1
      while end < line.content.end {
        let next = end + 1 < line.content.end ? bytes[end + 1] : 0
        let escapes = quote == 0x22 && bytes[end] == UInt8(ascii: "\\")
        let doubles = quote == 0x27 && bytes[end] == 0x27 && next == 0x27
        if !escapes, !doubles, UInt32(bytes[end]) == quote { break }
        end += escapes || doubles ? 2 : 1
      }
      if end < line.content.end { range = ByteRange(start + 1, end) }
    case .plain:
      let end = start + scalar.string.utf8.count
      if end <= line.content.end, Array(scalar.string.utf8) == Array(bytes[start..<end]) {
        range = ByteRange(start, end)
      }
    default: break
    }
    return range.flatMap { TextLine.trim($0, in: bytes) }
  }

  private static func isFence(_ line: TextLine, in bytes: [UInt8], dots: Bool) -> Bool {
    let content = bytes[line.content.start..<line.content.end]
    return content.elementsEqual("---".utf8) || dots && content.elementsEqual("...".utf8)
  }
}
