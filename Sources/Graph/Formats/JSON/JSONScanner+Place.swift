extension JSONScanner {
  /// A violation by what stands at the byte at hand.
  func unexpected(_ expected: String) -> SchemaViolation {
    let found: String
    switch byte.map(UnicodeScalar.init).map(Character.init) {
    case nil: found = "the end of the text"
    case "{": found = "an object"
    case "[": found = "a list"
    case "\"": found = "a string"
    case let sign? where sign.isASCII && (sign.isNumber || sign == "-"):
      found = "the number \(word)"
    case let sign? where sign.isASCII && sign.isLetter: found = "'\(word)'"
    case let sign?:
      found =
        sign.isASCII && (byte ?? 0) > 0x20
        ? "'\(sign)'" : "byte 0x\(String(byte ?? 0, radix: 16))"
    }
    return violation(at: offset, found: found, expected: expected)
  }

  /// A violation by what stands at an offset.
  func violation(
    at offset: Int, found: String, expected: String, remedy: String? = nil
  ) -> SchemaViolation {
    SchemaViolation(
      place: place(of: offset), found: found, expected: expected, remedy: remedy ?? self.remedy)
  }

  /// Letters, digits and what numbers have besides.
  private var word: String {
    var end = offset
    while end < count, end - offset < 24,
      case let character = Character(UnicodeScalar(at(end))),
      character.isLetter || character.isNumber || "+-.".contains(character)
    {
      end += 1
    }
    return text(in: offset..<end)
  }

  /// Where the byte stands: the file with line and column, both from 1 and the column in bytes, and the path of keys and
  /// numbers that leads there, as `graph.json:7:31: edges[0].evidence[1]`. Takes time in the order of the offset.
  func place(of offset: Int) -> String {
    let path = path(to: offset)
    let after = path.isEmpty ? "" : ": \(path)"
    switch source {
    case .part(let place): return place + after
    case .file(let name):
      var line = 1
      var start = 0
      for index in 0..<min(offset, count) where at(index) == UInt8(ascii: "\n") {
        line += 1
        start = index + 1
      }
      return "\(name):\(line):\(offset - start + 1)\(after)"
    }
  }

  /// The keys and numbers inside which the byte stands, by the brackets in front of it.
  private func path(to offset: Int) -> String {
    /// Of an object the key at hand, of a list the number.
    enum Step {
      case key(Range<Int>)
      case number(Int)
    }
    var steps: [Step] = []
    var lastString = 0..<0
    var index = 0
    while index < min(offset, count) {
      switch at(index) {
      case UInt8(ascii: "\""):
        var end = index + 1
        while end < count, at(end) != UInt8(ascii: "\"") {
          end += at(end) == UInt8(ascii: "\\") ? 2 : 1
        }
        lastString = (index + 1)..<min(end, count)
        index = end
      case UInt8(ascii: "{"): steps.append(.key(0..<0))
      case UInt8(ascii: "["): steps.append(.number(0))
      case UInt8(ascii: "}"), UInt8(ascii: "]"): _ = steps.popLast()
      case UInt8(ascii: ":"): if let last = steps.indices.last { steps[last] = .key(lastString) }
      case UInt8(ascii: ","):
        switch steps.last {
        case .number(let number): steps[steps.count - 1] = .number(number + 1)
        case .key: steps[steps.count - 1] = .key(0..<0)
        case nil: break
        }
      default: break
      }
      index += 1
    }
    return steps.prefix(32).reduce(into: "") { path, step in
      switch step {
      case .number(let number): path += "[\(number)]"
      case .key(let key) where key.isEmpty: break
      case .key(let key):
        path += (path.isEmpty ? "" : ".") + text(in: key)
      }
    }
  }
}
