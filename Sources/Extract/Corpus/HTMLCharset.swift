/// In which encoding an HTML page is to be read.
///
/// As browsers do it, with one thing more: what is UTF-8 and not merely ASCII is read as UTF-8, whatever
/// the page declares, for no other encoding looks like that by chance. Else the declaration counts; a page
/// without one is Windows-1252, and a page that wrongly declares UTF-8 is repaired.
struct HTMLCharset: Hashable, Sendable {
  /// The encoding's name, for libxml2.
  var name: String
  /// Where the first byte stands that is not of the encoding; nil where all are, as far as one can tell.
  var firstBadByte: Int?

  /// The encoding of a page.
  init(of bytes: [UInt8]) {
    let declared = Self.declared(in: bytes)
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
      let isPlain = bytes.allSatisfy { $0 < 0x80 }
      name = isPlain ? declared ?? "utf-8" : "utf-8"
    } catch {
      name = declared ?? "windows-1252"
      if ["utf-8", "utf8"].contains(name) { firstBadByte = error.byteOffsets.lowerBound }
    }
  }

  /// The charset named in the first bytes, where HTML wants it, in small letters; nil where none is.
  private static func declared(in bytes: [UInt8]) -> String? {
    let start = String(decoding: bytes.prefix(2048), as: UTF8.self).lowercased()
    guard let sign = start.firstRange(of: "charset=") else { return nil }
    let name = start[sign.upperBound...].drop { "\"' ".contains($0) }
      .prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "-_:.".contains($0)) }
    return name.isEmpty ? nil : String(name)
  }
}
