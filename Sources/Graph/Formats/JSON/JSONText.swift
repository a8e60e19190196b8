/// Appends JSON to a buffer, with keys in the order of the calls.
package struct JSONText {
  private(set) var bytes: [UInt8] = []

  mutating func raw(_ text: StaticString) {
    unsafe bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// `text` as a JSON string, with its quotation marks.
  package static func quoted(_ text: String) -> String {
    var json = JSONText()
    json.string(text)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  /// A string (RFC 8259, section 7): quotation mark, backslash and control characters escaped, all else as it is.
  mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { utf8 in
      var start = 0
      while true {
        let end = unsafe JSONRun.end(in: utf8, from: start)
        unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<end]))
        guard end < utf8.count else { break }
        escape(unsafe utf8[end])
        start = end + 1
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// What another writer has written.
  mutating func append(_ other: JSONText) { bytes.append(contentsOf: other.bytes) }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): raw("\\\"")
    case UInt8(ascii: "\\"): raw("\\\\")
    case UInt8(ascii: "\n"): raw("\\n")
    case UInt8(ascii: "\r"): raw("\\r")
    case UInt8(ascii: "\t"): raw("\\t")
    default:
      raw("\\u00")
      bytes.append(Self.digits[Int(byte >> 4)])
      bytes.append(Self.digits[Int(byte & 15)])
    }
  }

  mutating func number(_ value: Int) { bytes.append(contentsOf: String(value).utf8) }

  /// The members of an object, each written by its own call; what is nil or empty is left out.
  mutating func object(_ members: (inout Members) -> Void) {
    // The buffer moves into the writer and back: a copy would take time in its whole length.
    var writer = Members()
    bytes.append(UInt8(ascii: "{"))
    swap(&bytes, &writer.text.bytes)
    members(&writer)
    swap(&bytes, &writer.text.bytes)
    bytes.append(UInt8(ascii: "}"))
  }

  /// An array on one line.
  mutating func array<Elements: Collection>(
    _ elements: Elements, _ write: (inout JSONText, Elements.Element) -> Void
  ) {
    bytes.append(UInt8(ascii: "["))
    var isFirst = true
    for element in elements {
      if !isFirst { raw(", ") }
      isFirst = false
      write(&self, element)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  /// An array with an element on each line; `pass` may take bytes out between them.
  mutating func lines<Elements: Collection, Failure: Error>(
    _ elements: Elements, _ write: (inout JSONText, Elements.Element) -> Void,
    pass: (inout JSONText) throws(Failure) -> Void
  ) throws(Failure) {
    bytes.append(UInt8(ascii: "["))
    var isFirst = true
    for element in elements {
      raw(isFirst ? "\n  " : ",\n  ")
      isFirst = false
      write(&self, element)
      try pass(&self)
    }
    if !isFirst { raw("\n ") }
    bytes.append(UInt8(ascii: "]"))
  }

  /// An array with an element on each line.
  mutating func lines<Elements: Collection>(
    _ elements: Elements, _ write: (inout JSONText, Elements.Element) -> Void
  ) {
    lines(elements, write, pass: { _ in })
  }

  /// Takes out what has been written so far.
  mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  struct Members {
    fileprivate var text = JSONText()
    private var isFirst = true

    fileprivate init() {}

    private mutating func separate() {
      if !isFirst { text.raw(", ") }
      isFirst = false
    }
    mutating func key(_ name: StaticString) {
      separate()
      text.raw("\"")
      text.raw(name)
      text.raw("\": ")
    }
    mutating func string(_ name: StaticString, _ value: String?) {
      guard let value else { return }
      key(name)
      text.string(value)
    }
    /// With a name that is no literal.
    mutating func string(named name: String, _ value: String) {
      separate()
      text.string(name)
      text.raw(": ")
      text.string(value)
    }
    mutating func number(_ name: StaticString, _ value: Int) {
      key(name)
      text.number(value)
    }
    mutating func strings(_ name: StaticString, _ values: [String]) {
      guard !values.isEmpty else { return }
      key(name)
      text.array(values) { $0.string($1) }
    }
    /// A value that `write` writes.
    mutating func value(_ name: StaticString, _ write: (inout JSONText) -> Void) {
      key(name)
      write(&text)
    }
    mutating func flag(_ name: StaticString, _ value: Bool) {
      guard value else { return }
      key(name)
      text.raw("true")
    }
    mutating func array<Elements: Collection>(
      _ name: StaticString, _ elements: Elements,
      _ write: (inout JSONText, Elements.Element) -> Void
    ) {
      key(name)
      text.array(elements, write)
    }
  }

  private static let digits = Array("0123456789abcdef".utf8)
}
