import Graph

/// What a document states, without who it is.
struct DocumentPart {
  /// What it names.
  var appearances: [(node: NodeID, appearance: Appearance)]
  /// What its sentences state.
  var claims: [Claim]
}

/// The form in which the cache keeps what a document states: bytes, compact and quick to read.
///
/// First the strings, each once; then appearances and claims, which name strings by their number. Numbers take
/// seven bits a byte, the lowest first (LEB128, as in DWARF). Optional strings are told by their number plus one,
/// and 0 for none. The document's own name is left out, and lines count from its first one, so that an article that is
/// moved or renamed is not read again. There is no version: who wrote a part is in its key.
enum PartForm {
  /// The bytes don't hold a part.
  struct Broken: Error {}

  /// The bytes of what a document states that starts on that line.
  static func bytes(of part: DocumentPart, firstLine: Int) -> [UInt8] {
    var writer = PartWriter()
    writer.list(part.appearances) { writer, entry in
      let appearance = entry.appearance
      writer.string(entry.node.rawValue)
      writer.string(appearance.type)
      writer.string(appearance.label)
      writer.list(appearance.aliases) { $0.string($1) }
      writer.list(appearance.sameAs) { $0.string($1) }
      writer.list(appearance.mentions) { writer, mention in
        writer.number(mention.start)
        writer.number(mention.end - mention.start)
        writer.number(mention.line - firstLine)
        writer.string(mention.foundBy)
      }
    }
    writer.list(part.claims) { writer, claim in
      writer.string(claim.source.rawValue)
      writer.string(claim.type)
      writer.string(claim.target.rawValue)
      write(claim.evidence, firstLine: firstLine, to: &writer)
    }
    return writer.bytes
  }

  private static func write(
    _ evidence: Evidence, firstLine: Int, to writer: inout PartWriter
  ) {
    writer.number(evidence.start)
    writer.number(evidence.end - evidence.start)
    writer.number(evidence.line - firstLine)
    writer.string(evidence.text)
    writer.string(evidence.status.rawValue)
    writer.optional(evidence.time?.rawValue)
    writer.list(evidence.place) { $0.string($1.rawValue) }
    writer.list(evidence.occasion) { $0.string($1.rawValue) }
    for text in [evidence.over, evidence.topic, evidence.office, evidence.attribution] {
      writer.optional(text)
    }
    writer.number(evidence.former ? 1 : 0)
    writer.string(evidence.frame)
    writer.optional(evidence.trace)
  }

  /// What the document states, with its id and its lines.
  static func part(from bytes: [UInt8], of document: Document) throws(Broken) -> DocumentPart {
    var reader = try PartReader(bytes)
    var appearances: [(node: NodeID, appearance: Appearance)] = []
    for _ in 0..<(try reader.count()) {
      let node = try nodeID(&reader)
      let type = try reader.string()
      let label = try reader.string()
      let aliases = try reader.strings()
      let sameAs = try reader.strings()
      var mentions: [Graph.Mention] = []
      for _ in 0..<(try reader.count()) {
        let start = try reader.number()
        let length = try reader.number()
        let line = try reader.number()
        mentions.append(
          Graph.Mention(
            start: start, end: start + length, line: document.firstLine + line,
            foundBy: try reader.string()))
      }
      appearances.append(
        (
          node,
          Appearance(
            document: document.id, type: type, label: label, aliases: aliases, sameAs: sameAs,
            mentions: mentions)
        ))
    }
    var claims: [Claim] = []
    for _ in 0..<(try reader.count()) {
      let source = try nodeID(&reader)
      let type = try reader.string()
      let target = try nodeID(&reader)
      claims.append(
        Claim(
          source: source, type: type, target: target,
          evidence: try evidence(&reader, of: document)))
    }
    guard reader.isAtEnd else { throw Broken() }
    return DocumentPart(appearances: appearances, claims: claims)
  }

  private static func evidence(
    _ reader: inout PartReader, of document: Document
  ) throws(Broken) -> Evidence {
    let start = try reader.number()
    let length = try reader.number()
    let line = try reader.number()
    let text = try reader.string()
    guard let status = Status(rawValue: try reader.string()) else { throw Broken() }
    var time: TimeSpan?
    if let text = try reader.optional() {
      guard let span = TimeSpan(rawValue: text) else { throw Broken() }
      time = span
    }
    let place = try nodeIDs(&reader)
    let occasion = try nodeIDs(&reader)
    let over = try reader.optional()
    let topic = try reader.optional()
    let office = try reader.optional()
    let attribution = try reader.optional()
    let former = try reader.number() == 1
    let frame = try reader.string()
    return Evidence(
      document: document.id, start: start, end: start + length, line: document.firstLine + line,
      text: text,
      status: status, time: time, place: place, occasion: occasion, over: over, topic: topic,
      office: office, former: former, attribution: attribution, frame: frame,
      trace: try reader.optional())
  }

  private static func nodeID(_ reader: inout PartReader) throws(Broken) -> NodeID {
    guard let id = NodeID(rawValue: try reader.string()) else { throw Broken() }
    return id
  }

  private static func nodeIDs(_ reader: inout PartReader) throws(Broken) -> [NodeID] {
    var ids: [NodeID] = []
    for _ in 0..<(try reader.count()) { ids.append(try nodeID(&reader)) }
    return ids
  }
}

/// Writes numbers, and strings as numbers of a table.
struct PartWriter {
  private var table: [UInt8] = []
  private var content: [UInt8] = []
  /// By bytes: strings that Unicode calls equal may differ in these, and must stay as they are.
  private var numbers: [[UInt8]: Int] = [:]

  /// The table of strings, and what was written.
  var bytes: [UInt8] {
    var head: [UInt8] = []
    Self.append(numbers.count, to: &head)
    return head + table + content
  }

  mutating func number(_ value: Int) { Self.append(value, to: &content) }

  mutating func string(_ text: String) { number(entry(text)) }

  mutating func optional(_ text: String?) { number(text.map { entry($0) + 1 } ?? 0) }

  mutating func list<Element>(
    _ elements: [Element], _ write: (inout PartWriter, Element) -> Void
  ) {
    number(elements.count)
    for element in elements { write(&self, element) }
  }

  /// The number of a string in the table.
  private mutating func entry(_ text: String) -> Int {
    let key = Array(text.utf8)
    if let number = numbers[key] { return number }
    numbers[key] = numbers.count
    Self.append(key.count, to: &table)
    table += key
    return numbers.count - 1
  }

  private static func append(_ value: Int, to bytes: inout [UInt8]) {
    var rest = UInt64(bitPattern: Int64(value))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }
}

/// Reads what `PartWriter` wrote, and refuses all else.
struct PartReader {
  private let bytes: [UInt8]
  private var offset = 0
  private var table: [String] = []

  init(_ bytes: [UInt8]) throws(PartForm.Broken) {
    self.bytes = bytes
    let count = try self.count()
    table.reserveCapacity(count)
    for _ in 0..<count {
      let length = try self.count()
      guard
        let text = try? String(copying: UTF8Span(validating: bytes[offset..<offset + length].span))
      else { throw PartForm.Broken() }
      table.append(text)
      offset += length
    }
  }

  var isAtEnd: Bool { offset == bytes.count }

  mutating func number() throws(PartForm.Broken) -> Int {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while offset < bytes.count, shift < 64 {
      let byte = bytes[offset]
      offset += 1
      value |= UInt64(byte & 0x7f) << shift
      if byte < 0x80 {
        // What is told of a document is never negative, and no sum of two may overflow.
        guard value < 1 << 62 else { throw PartForm.Broken() }
        return Int(value)
      }
      shift += 7
    }
    throw PartForm.Broken()
  }

  /// How many things follow: each takes a byte at least.
  mutating func count() throws(PartForm.Broken) -> Int {
    let count = try number()
    guard count <= bytes.count - offset else { throw PartForm.Broken() }
    return count
  }

  mutating func string() throws(PartForm.Broken) -> String {
    let number = try number()
    guard number < table.count else { throw PartForm.Broken() }
    return table[number]
  }

  mutating func optional() throws(PartForm.Broken) -> String? {
    let number = try number()
    guard number > 0 else { return nil }
    guard number <= table.count else { throw PartForm.Broken() }
    return table[number - 1]
  }

  mutating func strings() throws(PartForm.Broken) -> [String] {
    var strings: [String] = []
    for _ in 0..<(try count()) { strings.append(try string()) }
    return strings
  }
}
