internal import Foundation

/// Reads JSON (RFC 8259) value by value from bytes; no tree of them is ever built.
///
/// Whoever reads asks for what should come next. What comes instead is told with its line, column and path of keys.
/// It doesn't recurse, so that no nesting is too deep.
@safe struct JSONScanner {
  /// What the bytes are, for messages.
  enum Source {
    /// A whole file of that name.
    case file(String)
    /// A part of another text, which stands at that place.
    case part(String)
  }

  /// A member's name: compare it with `switch`.
  @safe struct Key {
    fileprivate let bytes: UnsafeBufferPointer<UInt8>

    static func ~= (name: StaticString, key: Key) -> Bool {
      unsafe name.utf8CodeUnitCount == key.bytes.count
        && memcmp(name.utf8Start, key.bytes.baseAddress ?? name.utf8Start, key.bytes.count) == 0
    }

    func equals(_ name: String) -> Bool { unsafe bytes.elementsEqual(name.utf8) }
  }

  let source: Source
  /// What to do about bytes that aren't as they should be.
  let remedy: String
  /// The bytes, valid while `read` runs.
  let bytes: UnsafeBufferPointer<UInt8>
  /// How many bytes there are.
  let count: Int
  /// How many bytes have been read.
  var offset = 0
  /// Whether no member or element has been read of the object or list that was opened last.
  private var isFirst = false
  private var texts = JSONTextTable<String>()
  private var ids = JSONTextTable<NodeID>()
  private var times = JSONTextTable<TimeSpan>()

  private init(_ bytes: UnsafeBufferPointer<UInt8>, source: Source, remedy: String) {
    unsafe self.bytes = bytes
    count = bytes.count
    self.source = source
    self.remedy = remedy
  }

  /// What `body` reads of the text, which must be all of it where it `isWhole`.
  ///
  /// - Throws: a `SchemaViolation` with its place, where the text isn't what `body` asks for.
  static func read<Value>(
    _ data: Data, source: Source, remedy: String, isWhole: Bool = true,
    _ body: (inout JSONScanner) throws(SchemaViolation) -> Value
  ) throws(SchemaViolation) -> Value {
    let result = unsafe data.withUnsafeBytes { raw -> Result<Value, SchemaViolation> in
      var scanner = unsafe JSONScanner(
        raw.bindMemory(to: UInt8.self), source: source, remedy: remedy)
      return Result { () throws(SchemaViolation) in
        // A mark of the byte order may stand in front (RFC 8259, section 8.1).
        if data.starts(with: [0xEF, 0xBB, 0xBF]) { scanner.offset = 3 }
        scanner.skipBlanks()
        let value = try body(&scanner)
        guard scanner.byte == nil || !isWhole else { throw scanner.unexpected("the end") }
        return value
      }
    }
    return try result.get()
  }

  // MARK: - Objects and lists

  /// Goes into an object; `nextKey` is to be called until it gives none.
  mutating func beginObject(_ what: String = "an object") throws(SchemaViolation) {
    guard byte == UInt8(ascii: "{") else { throw unexpected(what) }
    step()
    isFirst = true
  }

  /// The name of the next member, whose value comes next; nil at the object's end.
  mutating func nextKey() throws(SchemaViolation) -> Key? {
    guard try goesOn(to: UInt8(ascii: "}")) else { return nil }
    guard byte == UInt8(ascii: "\"") else { throw unexpected("a key") }
    let start = offset
    var (key, hasEscape) = unsafe try quoted()
    if hasEscape {
      // Nobody writes names so; a name that none equals is a member that nobody asks for.
      unsafe key = unsafe UnsafeBufferPointer(rebasing: bytes[start..<start])
    }
    guard byte == UInt8(ascii: ":") else { throw unexpected("':'") }
    step()
    return unsafe Key(bytes: key)
  }

  /// Goes into a list; `nextElement` is to be called until it is false.
  mutating func beginList() throws(SchemaViolation) {
    guard byte == UInt8(ascii: "[") else { throw unexpected("a list") }
    step()
    isFirst = true
  }

  /// Whether there is another element, which comes next.
  mutating func nextElement() throws(SchemaViolation) -> Bool {
    try goesOn(to: UInt8(ascii: "]"))
  }

  private mutating func goesOn(to end: UInt8) throws(SchemaViolation) -> Bool {
    if byte == end {
      isFirst = false
      step()
      return false
    }
    if isFirst {
      isFirst = false
      return true
    }
    guard byte == UInt8(ascii: ",") else {
      throw unexpected("',' or '\(Character(UnicodeScalar(end)))'")
    }
    step()
    return true
  }

  /// What `element` reads of each element of a list.
  mutating func list<Element>(
    _ element: (inout JSONScanner) throws(SchemaViolation) -> Element
  ) throws(SchemaViolation) -> [Element] {
    try beginList()
    var result: [Element] = []
    while try nextElement() { result.append(try element(&self)) }
    return result
  }

  // MARK: - Values

  /// A string.
  mutating func string() throws(SchemaViolation) -> String {
    let start = offset
    let (text, hasEscape) = unsafe try quoted()
    return unsafe hasEscape ? try unescaped(text, at: start) : try made(text, at: start)
  }

  /// A string that comes again and again: each is made once.
  mutating func repeated() throws(SchemaViolation) -> String {
    let start = offset
    let (text, hasEscape) = unsafe try quoted()
    if hasEscape { return unsafe try unescaped(text, at: start) }
    let slot = unsafe texts.slot(of: text)
    if let known = texts[slot] { return known }
    let made = unsafe try made(text, at: start)
    unsafe texts.insert(made, for: text, at: slot)
    return made
  }

  /// A node's id.
  mutating func nodeID() throws(SchemaViolation) -> NodeID {
    let start = offset
    let (text, hasEscape) = unsafe try quoted()
    let slot = unsafe ids.slot(of: text)
    if let known = ids[slot] { return known }
    let made = unsafe hasEscape ? try unescaped(text, at: start) : try made(text, at: start)
    guard let id = NodeID(rawValue: made) else {
      throw violation(
        at: start, found: "'\(made)'", expected: "class and name, as in 'person/vladimir-putin'",
        remedy: "")
    }
    unsafe ids.insert(id, for: text, at: slot)
    return id
  }

  /// A date or an interval.
  mutating func timeSpan() throws(SchemaViolation) -> TimeSpan {
    let start = offset
    let (text, hasEscape) = unsafe try quoted()
    let slot = unsafe times.slot(of: text)
    if let known = times[slot] { return known }
    let made = unsafe hasEscape ? try unescaped(text, at: start) : try made(text, at: start)
    guard let time = TimeSpan(rawValue: made) else {
      throw violation(
        at: start, found: "'\(made)'",
        expected: "an ISO 8601 date or interval, as '2014-11' or '2014-11-10/2014-11-11'",
        remedy: "")
    }
    unsafe times.insert(time, for: text, at: slot)
    return time
  }

  /// When something appeared: a date or an interval that has a first day.
  mutating func publicationTime() throws(SchemaViolation) -> TimeSpan {
    let start = offset
    let time = try timeSpan()
    guard !time.isOpenStart else {
      throw violation(
        at: start, found: "'\(time.rawValue)'",
        expected: "a date on which it appeared, as '2014-11-10'",
        remedy: "")
    }
    return time
  }

  /// A whole number.
  mutating func integer() throws(SchemaViolation) -> Int {
    let start = offset
    let isNegative = rawByte == UInt8(ascii: "-")
    if isNegative { offset += 1 }
    var value = 0
    var isWhole = false
    while let digit = rawByte, Self.isDigit(digit) {
      let (product, isTooLarge) = value.multipliedReportingOverflow(by: 10)
      let (sum, isLarger) = product.addingReportingOverflow(Int(digit) - 48)
      isWhole = !isTooLarge && !isLarger
      guard isWhole else { break }
      value = sum
      offset += 1
    }
    let isPart = [UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E")].contains(rawByte)
    guard isWhole, !isPart else {
      offset = start
      throw unexpected("a whole number")
    }
    skipBlanks()
    return isNegative ? -value : value
  }

  /// `true` or `false`.
  mutating func flag() throws(SchemaViolation) -> Bool {
    if passes("true") { return true }
    guard passes("false") else { throw unexpected("true or false") }
    return false
  }

  // MARK: - Bytes

  /// The byte at hand; nil at the end. Blanks in front have been skipped.
  var byte: UInt8? { rawByte }

  private var rawByte: UInt8? { offset < count ? at(offset) : nil }

  /// The byte at an offset below `count`.
  func at(_ offset: Int) -> UInt8 { unsafe bytes[offset] }

  /// Some bytes as text for people.
  func text(in range: Range<Int>) -> String {
    unsafe String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }

  static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  mutating func step() {
    offset += 1
    skipBlanks()
  }

  mutating func skipBlanks() {
    while let byte = rawByte, byte <= 0x20,
      byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 9
    {
      offset += 1
    }
  }

  /// Whether the word comes next, which then is passed over.
  mutating func passes(_ word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    guard count - offset >= length else { return false }
    for index in 0..<length where unsafe at(offset + index) != word.utf8Start[index] {
      return false
    }
    offset += length
    skipBlanks()
    return true
  }

  /// The bytes between the quotation marks of a string, and whether there is a backslash among them.
  mutating func quoted() throws(SchemaViolation) -> (UnsafeBufferPointer<UInt8>, hasEscape: Bool) {
    guard rawByte == UInt8(ascii: "\"") else { throw unexpected("a string") }
    let opening = offset
    let start = offset + 1
    var end = start
    var hasEscape = false
    while true {
      end = unsafe JSONRun.end(in: bytes, from: end)
      guard end < count else {
        throw violation(
          at: opening, found: "a string that doesn't end", expected: "'\"' at its end")
      }
      let byte = at(end)
      if byte == UInt8(ascii: "\"") { break }
      guard byte == UInt8(ascii: "\\") else {
        throw violation(
          at: end, found: "a control character", expected: "it to be written as '\\u00..'")
      }
      hasEscape = true
      end += 2
    }
    offset = end + 1
    skipBlanks()
    return unsafe (UnsafeBufferPointer(rebasing: bytes[start..<end]), hasEscape)
  }

  private func made(
    _ text: UnsafeBufferPointer<UInt8>, at start: Int
  ) throws(SchemaViolation) -> String {
    guard let made = unsafe String(validating: text, as: UTF8.self) else {
      throw violation(at: start, found: "bytes that are no UTF-8", expected: "text in UTF-8")
    }
    return made
  }

  private func unescaped(
    _ text: UnsafeBufferPointer<UInt8>, at start: Int
  ) throws(SchemaViolation) -> String {
    switch unsafe JSONRun.unescaped(text) {
    case .success(let bytes):
      guard let made = String(validating: bytes, as: UTF8.self) else {
        throw violation(at: start, found: "bytes that are no UTF-8", expected: "text in UTF-8")
      }
      return made
    case .failure(let problem):
      throw violation(
        at: start + 1 + problem.offset, found: "an escape that is none",
        expected: "one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t, or \\u and four digits")
    }
  }
}
