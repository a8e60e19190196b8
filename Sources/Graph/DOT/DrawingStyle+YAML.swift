internal import Yams

extension DrawingStyle {
  /// The style that a file tells, in the form of the built-in `light.yaml`.
  ///
  /// - Parameters:
  ///   - yaml: the file's text; `extends` names the built-in style that it changes, `light` where it isn't there.
  ///   - file: the file's name, for messages.
  /// - Throws: `SchemaViolation` with the line of what isn't a style.
  public init(yaml: String, file: String) throws(SchemaViolation) {
    try self.init(yaml: yaml, file: file, extending: .light)
  }

  init(yaml: String, file: String, extending base: DrawingStyle?) throws(SchemaViolation) {
    let root: Yams.Node?
    do {
      root = try Yams.compose(yaml: yaml)
    } catch {
      throw SchemaViolation(
        place: file, found: DecodingProblem.text(of: error), expected: "a style in YAML")
    }
    let reader = StyleReader(file: file)
    let black = DOTColor(0)
    self =
      base
      ?? DrawingStyle(
        background: black, text: black, line: black, label: black, strokes: [:], relations: [:],
        boxFills: [black], boxOutline: black, classes: [:], types: [:], changes: [:])
    for (key, value) in try reader.members(root) where key == "extends" {
      guard let name = value.string, let named = Self.named(name) else {
        throw reader.violation(value, expected: "one of \(Self.names.joined(separator: ", "))")
      }
      self = named
    }
    for (key, value) in try reader.members(root) {
      switch key {
      case "extends": break
      case "background": background = try reader.color(value)
      case "text": text = try reader.color(value)
      case "line": line = try reader.color(value)
      case "label": label = try reader.color(value)
      case "lines":
        for (name, value) in try reader.members(value) {
          strokes[try reader.stroke(name, value)] = try reader.color(value)
        }
      case "relations":
        for (name, value) in try reader.members(value) {
          relations[name] = try reader.color(value)
        }
      case "changes":
        for (name, value) in try reader.members(value) {
          changes[try reader.change(name, value)] = try reader.color(value)
        }
      case "boxes": try readBoxes(value, reader)
      case "classes":
        for (name, value) in try reader.members(value) {
          classes[name] = try reader.classStyle(value, changing: classStyle(name))
        }
      case "types":
        for (name, value) in try reader.members(value) {
          types[name] = try reader.typeStyle(value)
        }
      default:
        throw reader.unknown(
          key, value,
          known: [
            "extends", "background", "text", "line", "label", "lines", "relations", "changes",
            "boxes", "classes", "types",
          ])
      }
    }
  }

  private mutating func readBoxes(
    _ node: Yams.Node, _ reader: StyleReader
  ) throws(SchemaViolation) {
    for (key, value) in try reader.members(node) {
      switch key {
      case "fills": boxFills = try reader.colors(value)
      case "outline": boxOutline = try reader.color(value)
      default: throw reader.unknown(key, value, known: ["fills", "outline"])
      }
    }
  }
}

/// Reads the parts of a style, and tells the line of what isn't one.
private struct StyleReader {
  let file: String

  func members(_ node: Yams.Node?) throws(SchemaViolation) -> [(String, Yams.Node)] {
    guard let node else { return [] }
    if let scalar = node.scalar, scalar.string.isEmpty { return [] }
    guard let mapping = node.mapping else { throw violation(node, expected: "keys and values") }
    return mapping.map { ($0.key.string ?? "", $0.value) }
  }

  func violation(_ node: Yams.Node, expected: String) -> SchemaViolation {
    SchemaViolation(
      place: "\(file):\(node.mark?.line ?? 1)",
      found: node.string.map { "'\($0)'" } ?? "a value of another kind", expected: expected,
      remedy: "The built-in styles in Sources/Knowledge/styles show the form.")
  }

  func unknown(_ key: String, _ value: Yams.Node, known: [String]) -> SchemaViolation {
    let near = NearNames.of(key, among: known)
    return SchemaViolation(
      place: "\(file):\(value.mark?.line ?? 1)", found: "key '\(key)'",
      expected: "one of \((near.isEmpty ? known : near).joined(separator: ", "))")
  }

  func color(_ node: Yams.Node) throws(SchemaViolation) -> DOTColor {
    guard let text = node.string, text.utf8.count == 7, text.hasPrefix("#"),
      let rgb = UInt32(text.dropFirst(), radix: 16)
    else { throw violation(node, expected: "a colour as \"#1A2B3C\", in quotation marks") }
    return DOTColor(rgb)
  }

  func colors(_ node: Yams.Node) throws(SchemaViolation) -> [DOTColor] {
    guard let sequence = node.sequence, !sequence.isEmpty else {
      throw violation(node, expected: "a list of colours")
    }
    var colors: [DOTColor] = []
    for element in sequence { colors.append(try color(element)) }
    return colors
  }

  func stroke(_ name: String, _ node: Yams.Node) throws(SchemaViolation) -> LineStroke {
    switch name {
    case "fact": return .solid
    case "plan": return .dashed
    case "possibility": return .dotted
    case "denial": return .crossed
    default: throw unknown(name, node, known: ["fact", "plan", "possibility", "denial"])
    }
  }

  func change(_ name: String, _ node: Yams.Node) throws(SchemaViolation) -> ChangeSign {
    guard let sign = ChangeSign(rawValue: name) else {
      throw unknown(name, node, known: ChangeSign.allCases.map(\.rawValue))
    }
    return sign
  }

  func classStyle(
    _ node: Yams.Node, changing base: DrawingStyle.ClassStyle
  ) throws(SchemaViolation) -> DrawingStyle.ClassStyle {
    var style = base
    for (key, value) in try members(node) {
      switch key {
      case "shape":
        guard let shape = value.string.flatMap(DrawnShape.init) else {
          throw violation(value, expected: "box, ellipse or hexagon")
        }
        (style.shape, style.isRounded) = (shape, false)
      case "rounded": break
      case "fills": style.fills = try colors(value)
      case "outline": style.outline = try color(value)
      default: throw unknown(key, value, known: ["shape", "rounded", "fills", "outline"])
      }
    }
    for (key, value) in try members(node) where key == "rounded" {
      guard let isRounded = value.bool else { throw violation(value, expected: "true or false") }
      style.isRounded = isRounded
    }
    return style
  }

  func typeStyle(_ node: Yams.Node) throws(SchemaViolation) -> DrawingStyle.TypeStyle {
    var style = DrawingStyle.TypeStyle()
    for (key, value) in try members(node) {
      switch key {
      case "fill": style.fill = try color(value)
      case "outline": style.outline = try color(value)
      case "text": style.text = try color(value)
      default: throw unknown(key, value, known: ["fill", "outline", "text"])
      }
    }
    return style
  }
}
