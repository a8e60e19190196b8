internal import Language

/// Where the paragraphs of a text are.
///
/// Blank lines part paragraphs. What stands between two blank lines may still be several: many articles
/// have one paragraph a line. Whether two lines following each other are one paragraph is told by how the
/// text is wrapped; see `LineWrap`.
enum Paragraphs {
  /// A paragraph's range, and where the text marks it, what it is.
  struct Paragraph: Hashable, Sendable {
    /// What the text's own markup says a paragraph is.
    enum Markup: Hashable, Sendable { case listItem, title }
    /// Without white space at its ends, and without a title's number signs.
    var range: ByteRange
    /// Signs before the paragraph that only mark it (`##`); nil where there are none.
    var signs: ByteRange?
    var markup: Markup?
  }

  /// The paragraphs of a text from a byte offset on; ascending, disjoint, together all that isn't white space.
  static func split(_ bytes: [UInt8], from start: Int = 0, isMarkdown: Bool = false) -> [Paragraph]
  {
    let lines = TextLine.lines(of: bytes, from: start)
    let wrap = LineWrap(lines, in: bytes)
    var result: [Paragraph] = []
    for run in lines.split(whereSeparator: \.isBlank) {
      let wrap = wrap.column == nil ? LineWrap(run: run, in: bytes) : wrap
      for index in run.indices {
        let paragraph = paragraph(run[index], in: bytes, isMarkdown: isMarkdown)
        if index > run.startIndex, let last = result.last, last.markup != .title,
          paragraph.markup == nil,
          wrap.joins(
            run[index - 1], run[index], isFirst: index - 1 == run.startIndex, in: bytes)
        {
          result[result.count - 1].range = ByteRange(last.range.start, paragraph.range.end)
        } else {
          result.append(paragraph)
        }
      }
    }
    return result
  }

  private static func paragraph(_ line: TextLine, in bytes: [UInt8], isMarkdown: Bool) -> Paragraph
  {
    let content = bytes[line.content.start..<line.content.end]
    if isMarkdown {
      let signs = content.prefix { $0 == UInt8(ascii: "#") }.count
      let rest = ByteRange(line.content.start + signs, line.content.end)
      if (1...6).contains(signs), let title = TextLine.trim(rest, in: bytes),
        title.start > rest.start
      {
        return Paragraph(
          range: title, signs: ByteRange(line.content.start, line.content.start + signs),
          markup: .title)
      }
    }
    return Paragraph(
      range: line.content, markup: BlockShape.startsAsListItem(content) ? .listItem : nil)
  }
}
