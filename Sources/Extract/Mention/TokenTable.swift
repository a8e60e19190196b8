import Graph
import Language

/// The tokens of a document in the shape that matching wants: forms once decoded, letter case once looked at.
struct TokenTable: Sendable {
  /// The text; what is found in it later (tags, trees, names) leaves the rest of the table as it is.
  var text: AnnotatedText
  /// The form with straight apostrophes.
  let forms: [String]
  /// The form in lower case.
  let lower: [String]
  /// Whether white space stands before the token.
  let hasSpaceBefore: [Bool]
  /// Whether the first letter is upper case.
  let isCapitalized: [Bool]
  /// The sentence of each token.
  let sentence: [Int]

  init(_ text: AnnotatedText) {
    self.text = text
    var forms: [String] = []
    var spaces: [Bool] = []
    var end = -1
    for token in text.tokenRecords {
      forms.append(Self.normalized(text.string(in: token.range)))
      spaces.append(token.range.start != end)
      end = token.range.end
    }
    self.forms = forms
    lower = forms.map { $0.lowercased() }
    hasSpaceBefore = spaces
    isCapitalized = forms.map(\.startsWithCapital)
    var sentence = [Int](repeating: 0, count: forms.count)
    for (index, record) in text.sentenceRecords.enumerated() {
      for token in record.tokens { sentence[token] = index }
    }
    self.sentence = sentence
  }

  var count: Int { forms.count }

  /// Whether a token is a word in lower case.
  func isSmall(_ token: Int) -> Bool { forms[token].startsWithSmallLetter }

  /// The words of `tokens` with one space where the text has white space.
  func phrase(_ tokens: Range<Int>) -> String {
    var result = ""
    for token in tokens {
      if token != tokens.lowerBound && hasSpaceBefore[token] { result += " " }
      result += forms[token]
    }
    return result
  }

  /// The word at a token with the second one behind it, joined by the hyphen between: "Sherwood-Randall".
  func joinedName(at token: Int) -> String { "\(forms[token])-\(forms[token + 2])" }

  /// The bytes from the first token's start to the last one's end.
  func byteRange(_ tokens: Range<Int>) -> ByteRange {
    ByteRange(
      text.tokenRecords[tokens.lowerBound].range.start,
      text.tokenRecords[tokens.upperBound - 1].range.end)
  }

  /// Straight apostrophes and hyphens, plain spaces.
  static func normalized(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var result = ""
    for character in text.unicodeScalars {
      switch character {
      case "\u{2018}", "\u{2019}", "\u{02BC}": result.unicodeScalars.append("'")
      case "\u{2010}", "\u{2011}": result.unicodeScalars.append("-")
      case "\u{A0}", "\u{202F}", "\u{2009}": result.unicodeScalars.append(" ")
      default: result.unicodeScalars.append(character)
      }
    }
    return result
  }
}

extension StringProtocol {
  /// Whether the first character is a letter; quick for ASCII, which nearly all is.
  var startsWithLetter: Bool {
    guard let byte = utf8.first else { return false }
    if byte < 0x80 { return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) }
    return first?.isLetter == true
  }

  /// Whether the first character is a letter in lower case; quick for ASCII.
  var startsWithSmallLetter: Bool {
    guard let byte = utf8.first else { return false }
    if byte < 0x80 { return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
    return first?.isLowercase == true
  }

  /// Whether the first character is a letter in upper case; quick for ASCII, which nearly all is.
  var startsWithCapital: Bool {
    guard let byte = utf8.first else { return false }
    if byte < 0x80 { return (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }
    return first?.isUppercase == true
  }
}
