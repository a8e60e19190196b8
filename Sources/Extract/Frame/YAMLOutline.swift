import Graph
import Yams

/// A YAML file's entries with their lines, so that a message can say where a mistake stands.
struct YAMLOutline {
  /// One step into a file: to a key of a mapping, or to an item of a list.
  enum Step: ExpressibleByStringLiteral {
    case key(String)
    case item(Int)
    init(stringLiteral key: String) { self = .key(key) }
  }

  let file: String
  private let root: Yams.Node

  /// Reads the file's text.
  ///
  /// - Throws: `SchemaViolation` with line and column where it is no YAML.
  init(_ yaml: String, file: String) throws(SchemaViolation) {
    self.file = file
    do {
      root = try Yams.compose(yaml: yaml, .basic.appending(.merge)) ?? Yams.Node("")
    } catch {
      throw SchemaViolation(
        place: file, found: DecodingProblem.text(of: error), expected: "a file of frames",
        remedy: Self.remedy)
    }
  }

  /// The file as a value of the given type.
  ///
  /// - Throws: `SchemaViolation` with the line of the entry that is missing something or of another kind.
  func decoded<Record: Decodable>(as type: Record.Type) throws(SchemaViolation) -> Record {
    do {
      return try YAMLDecoder().decode(type, from: root)
    } catch {
      throw SchemaViolation(
        place: place(Self.path(of: error)), found: DecodingProblem.text(of: error),
        expected: "a file of frames", remedy: Self.remedy)
    }
  }

  /// The file and the line where an entry stands; where there is no such entry, of the nearest one around it.
  func place(_ path: [Step]) -> String {
    var node = root
    for step in path {
      guard let next = Self.child(of: node, step) else { break }
      node = next
    }
    return "\(file):\(node.mark?.line ?? 1)"
  }

  /// Makes sure that the entry at `path` has no keys but those that `record`, which was decoded from it, takes up:
  /// a misspelt key would be left out silently otherwise.
  func checkKeys(of record: Any, at path: [Step]) throws(SchemaViolation) {
    // A record's stored properties are its keys, so the two can't differ.
    let known = Mirror(reflecting: record).children.compactMap(\.label)
    for key in keys(at: path) where !known.contains(key.name) {
      let near = NearNames.of(key.name, among: known)
      throw SchemaViolation(
        place: "\(file):\(key.line)", found: "key '\(key.name)'",
        expected: "one of \(known.joined(separator: ", "))",
        remedy: near.first.map { "Did you mean '\($0)'?" } ?? "")
    }
  }

  private func keys(at path: [Step]) -> [(name: String, line: Int)] {
    var node: Yams.Node? = root
    for step in path { node = node.flatMap { Self.child(of: $0, step) } }
    guard let mapping = node?.mapping else { return [] }
    return mapping.map { ($0.key.string ?? "", $0.key.mark?.line ?? 1) }
  }

  private static func child(of node: Yams.Node, _ step: Step) -> Yams.Node? {
    switch step {
    case .key(let key): return node.mapping?[key]
    case .item(let index):
      guard let items = node.sequence, items.indices.contains(index) else { return nil }
      return items[index]
    }
  }

  /// Where a decoder failed.
  private static func path(of error: any Error) -> [Step] {
    let keys: [any CodingKey]
    switch error {
    case DecodingError.keyNotFound(_, let context), DecodingError.typeMismatch(_, let context),
      DecodingError.valueNotFound(_, let context), DecodingError.dataCorrupted(let context):
      keys = context.codingPath
    default: keys = []
    }
    return keys.map { key in key.intValue.map(Step.item) ?? .key(key.stringValue) }
  }

  private static let remedy = "The built-in files in Sources/Knowledge/frames show the form."
}
