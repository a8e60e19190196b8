import Language

/// Where an article was written, in capitals before a dash at its start, with the day and the agency where they
/// are told: "WASHINGTON —", "DAKAR, SENEGAL —", "ANKARA, Dec 12 (Reuters) -".
///
/// A dateline is no part of the first sentence, whose grammar it would disturb.
enum Dateline {
  /// The range without the dateline that it starts with, if it does; white space behind the dash goes with it.
  ///
  /// What goes on in lower case is a sentence about what has the capitals: "NATO — the alliance — agreed".
  static func trimmed(_ range: ByteRange, of text: String.UTF8View) -> ByteRange {
    let bytes = Array(
      text[text.index(text.startIndex, offsetBy: range.start)...].prefix(
        min(range.end - range.start, longest)))
    guard let (dash, width) = dash(in: bytes) else { return range }
    // The city is in capitals; what else is told may not be: "OTTAWA, Ontario (Reuters) —".
    let city = bytes[..<dash].prefix { $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "(") }
    let rest = bytes[city.endIndex..<dash]
    guard city.filter({ isUpper($0) }).count >= 4,
      city.allSatisfy({ isUpper($0) || marks.contains($0) || $0 >= 0x80 }),
      rest.split(separator: space).compactMap(\.first).allSatisfy({
        isUpper($0) || isDigit($0) || marks.contains($0)
      }), rest.count < 40
    else { return range }
    let start = dash + width + bytes[(dash + width)...].prefix { $0 == space }.count
    guard start < bytes.count, isUpper(bytes[start]) || quotes.contains(bytes[start]) else {
      return range
    }
    return ByteRange(range.start + start, range.end)
  }

  /// The first dash with spaces around it, by its place and its width in bytes.
  private static func dash(in bytes: [UInt8]) -> (Int, Int)? {
    for place in bytes.indices.dropFirst() where bytes[place - 1] == space {
      for dash in dashes where bytes[place...].starts(with: dash) {
        let end = place + dash.count
        if end < bytes.count, bytes[end] == space { return (place, dash.count) }
      }
    }
    return nil
  }

  private static func isUpper(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static let space = UInt8(ascii: " ")
  private static let dashes = ["—", "–", "--", "-"].map { Array($0.utf8) }
  private static let marks = Set(" ,./()'".utf8)
  private static let quotes = Set("\"".utf8)
  /// How many bytes of a paragraph are looked at.
  private static let longest = 80
}
