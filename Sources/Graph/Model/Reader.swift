/// What read a document: the engine, and the data that it reads by. Two equal readers of one build read a document alike.
///
/// Data are told by the first 48 bits of a SHA-256 of what they say, so that comments may be written without a trace.
/// The engine is told by graphgen's version: builds between two versions share one.
public struct Reader: Hashable, Sendable {
  /// What a reader consists of.
  public enum Part: String, CaseIterable, Hashable, Sendable {
    /// The version of graphgen.
    case engine
    /// How carefully it parses: `accurate` or `fast`.
    case mode
    /// The trained model of the language.
    case model
    case ontology, gazetteer, frames
    /// The user's `graphgen.yaml`; none where there was none.
    case rules
    /// How people changed what was read: `import`. None where they didn't.
    case hand
  }

  /// The value of each part, in the order of `Part.allCases`; empty for none.
  private var values = [String](repeating: "", count: Part.allCases.count)

  /// A reader of which nothing is known.
  public init() {}

  /// A reader of these parts; the last value of each counts.
  public init(_ parts: [(part: Part, value: String)]) {
    for (part, value) in parts { self[part] = value }
  }

  /// People who changed what was read.
  static let people = Reader([(.hand, "import")])

  /// A part's value; nil where the reader has none.
  public subscript(part: Part) -> String? {
    get {
      let value = values[Self.place(of: part)]
      return value.isEmpty ? nil : value
    }
    set { values[Self.place(of: part)] = newValue ?? "" }
  }

  private static func place(of part: Part) -> Int {
    switch part {
    case .engine: 0
    case .mode: 1
    case .model: 2
    case .ontology: 3
    case .gazetteer: 4
    case .frames: 5
    case .rules: 6
    case .hand: 7
    }
  }

  /// What tells data apart: twelve hexadecimal digits of what the texts say, whose order counts.
  ///
  /// Lines that are empty or begin with `#` say nothing, in YAML and in TSV.
  package static func digest(of texts: [String]) -> String {
    let said = texts.map { text in
      var lines: [UInt8] = []
      for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
        let first = line.first { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
        guard let first, first != UInt8(ascii: "#"), first != UInt8(ascii: "\r") else { continue }
        lines += line
        lines.append(UInt8(ascii: "\n"))
      }
      return (name: "text", value: Optional(String(decoding: lines, as: UTF8.self)))
    }
    return String(Digest.hexadecimal(of: said).prefix(12))
  }
}

extension Reader: Comparable {
  /// By the parts in their order.
  public static func < (a: Reader, b: Reader) -> Bool {
    a.values.lexicographicallyPrecedes(b.values) { $0.utf8Precedes($1) }
  }
}

extension Reader: JSONRecord {
  init(from json: inout JSONScanner) throws(SchemaViolation) {
    self.init()
    try json.beginObject("a reader")
    while let key = try json.nextMember() {
      guard let part = Part.allCases.first(where: { key.equals($0.rawValue) }) else {
        try json.skip()
        continue
      }
      self[part] = try json.repeated()
    }
  }

  func write(_ json: inout JSONText) {
    json.object { members in
      for part in Part.allCases {
        if let value = self[part] { members.string(named: part.rawValue, value) }
      }
    }
  }
}

extension KnowledgeGraph {
  /// The same graph, all of whose documents were read by that reader, and no other.
  public func read(by reader: Reader) -> KnowledgeGraph {
    var result = self
    for index in result.documents.indices { result.documents[index].readers = [reader] }
    return result
  }
}
