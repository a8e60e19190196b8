/// Text inside Markdown.
enum MarkdownText {
  /// `text` on one line, with all that Markdown could take for markup, or a site for a mention, escaped (CommonMark
  /// 0.31, section 2.4; tables of GitHub Flavored Markdown).
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text.split(whereSeparator: \.isNewline).joined(separator: " ") {
      switch character {
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "\\", "`", "*", "_", "[", "]", "#", "|", "~", "@", "$": result += "\\\(character)"
      default: result.append(character)
      }
    }
    return result
  }
}
