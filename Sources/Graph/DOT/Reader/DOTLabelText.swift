/// Reads a label of DOT as the words that Graphviz would draw, on one line.
struct DOTLabelText {
  /// What `\N`, `\G`, `\T`, `\H` and `\E` stand for.
  var replacements: [UInt8: String] = [:]

  /// The words of an escString (graphviz.org/docs/attr-types/escString).
  func words(_ label: String) -> String {
    var text = ""
    var scalars = label.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      guard scalar == "\\", let escaped = scalars.next() else {
        text.unicodeScalars.append(scalar)
        continue
      }
      switch escaped {
      case "n", "l", "r": text += "\n"
      default:
        if escaped.isASCII, let known = replacements[UInt8(escaped.value)] {
          text += known
        } else {
          text.unicodeScalars.append(escaped)
        }
      }
    }
    return Self.oneLine(Self.resolvingEntities(text))
  }

  /// The words of a record's fields (graphviz.org/doc/info/shapes.html#record), without ports and braces.
  func words(ofRecord label: String) -> String {
    var text = ""
    var isPort = false
    var isEscaped = false
    for scalar in label.unicodeScalars {
      if isEscaped || scalar == "\\" {
        // Escaped braces and bars stay; other escapes are read by `words`.
        if isEscaped, !"{}|<> ".unicodeScalars.contains(scalar) { text += "\\" }
        if isEscaped { text.unicodeScalars.append(scalar) }
        isEscaped.toggle()
        continue
      }
      switch scalar {
      case "<": isPort = true
      case ">": isPort = false
      case "{", "}", "|": text += text.hasSuffix(" ") ? "" : " "
      default: if !isPort { text.unicodeScalars.append(scalar) }
      }
    }
    return words(text)
  }

  /// The words of an HTML-like label (graphviz.org/doc/info/shapes.html#html), without its tags.
  static func words(ofMarkup label: String) -> String {
    var text = ""
    var isTag = false
    for scalar in label.unicodeScalars {
      switch scalar {
      case "<":
        isTag = true
        text += " "
      case ">": isTag = false
      default: if !isTag { text.unicodeScalars.append(scalar) }
      }
    }
    return oneLine(resolvingEntities(text))
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static let entities = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "nbsp": " "]

  /// The text with the entities of XML, and those by number, as what they stand for.
  private static func resolvingEntities(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var result = ""
    var rest = text[...]
    while let mark = rest.firstIndex(of: "&") {
      result += rest[..<mark]
      rest = rest[mark...]
      let name = rest.dropFirst().prefix(10).prefix { $0 != ";" }
      if rest.dropFirst(name.count + 1).first == ";", let resolved = entity(String(name)) {
        result += resolved
        rest = rest.dropFirst(name.count + 2)
      } else {
        result += "&"
        rest = rest.dropFirst()
      }
    }
    return result + rest
  }

  private static func entity(_ name: String) -> String? {
    guard name.hasPrefix("#") else { return entities[name] }
    let number = name.dropFirst()
    let value =
      number.hasPrefix("x") || number.hasPrefix("X")
      ? UInt32(number.dropFirst(), radix: 16) : UInt32(number)
    return value.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
  }
}
