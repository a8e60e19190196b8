extension JSONScanner {
  /// Passes over a value of any kind, which must be sound all the same.
  mutating func skip() throws(SchemaViolation) {
    // Which of the open brackets are objects: a stack instead of recursion.
    var isObject: [Bool] = []
    while true {
      switch byte {
      case UInt8(ascii: "{"):
        try beginObject()
        isObject.append(true)
      case UInt8(ascii: "["):
        try beginList()
        isObject.append(false)
      case UInt8(ascii: "\""): _ = unsafe try quoted()
      case let digit? where digit == UInt8(ascii: "-") || Self.isDigit(digit): try number()
      default:
        guard passes("true") || passes("false") || passes("null") else {
          throw unexpected("a value")
        }
      }
      // Out of all that ends here, up to the next value.
      while let inObject = isObject.last {
        if inObject ? try nextKey() != nil : try nextElement() { break }
        isObject.removeLast()
      }
      if isObject.isEmpty { return }
    }
  }

  /// Passes over a number (RFC 8259, section 6).
  private mutating func number() throws(SchemaViolation) {
    let start = offset
    func digits(_ offset: inout Int) -> Bool {
      let first = offset
      while offset < count, Self.isDigit(at(offset)) { offset += 1 }
      return offset > first
    }
    func passes(_ marks: String, _ offset: inout Int) -> Bool {
      guard offset < count, marks.utf8.contains(at(offset)) else { return false }
      offset += 1
      return true
    }
    var end = offset
    _ = passes("-", &end)
    let isZero = end < count && at(end) == UInt8(ascii: "0")
    let first = end
    var isSound = digits(&end) && (!isZero || end == first + 1)
    if passes(".", &end) { isSound = digits(&end) && isSound }
    if passes("eE", &end) {
      _ = passes("+-", &end)
      isSound = digits(&end) && isSound
    }
    guard isSound else { throw violation(at: start, found: "no number", expected: "a value") }
    offset = end
    skipBlanks()
  }
}
