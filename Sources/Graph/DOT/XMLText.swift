/// Text inside XML, and inside Graphviz's HTML-like labels.
enum XMLText {
  /// `text` with markup escaped and what XML can't hold replaced (XML 1.0, sections 2.2 and 2.4).
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(XMLCharacter.allowed(scalar))
      }
    }
    return result
  }
}
