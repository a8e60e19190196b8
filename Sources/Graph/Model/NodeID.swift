import Foundation

/// A node's identity: its class and its name, as `person/vladimir-putin`. Never its type, which may
/// change as a corpus grows.
public struct NodeID: RawRepresentable, Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The id as text.
  public let rawValue: String

  /// The id that `rawValue` spells; nil unless it is a class, a slash and a name.
  public init?(rawValue: String) {
    let bytes = rawValue.utf8
    guard let slash = bytes.firstIndex(of: UInt8(ascii: "/")), slash != bytes.startIndex,
      bytes.index(after: slash) != bytes.endIndex
    else { return nil }
    self.rawValue = rawValue
  }

  /// The id of what `name` names: lower case, accents off, everything but letters and digits a hyphen.
  /// Letters without a Latin form stay as they are.
  public init(class nodeClass: String, name: String) {
    if let slug = Self.slug(ofASCII: name) {
      self.rawValue = nodeClass + "/" + (slug.isEmpty ? "unnamed" : slug)
      return
    }
    let folded = name.folding(
      options: [.diacriticInsensitive, .caseInsensitive, .widthInsensitive], locale: nil
    ).lowercased()
    var slug = ""
    for scalar in folded.unicodeScalars where scalar != "'" && scalar != "’" && scalar != "." {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        slug.unicodeScalars.append(scalar)
      } else if !slug.hasSuffix("-") && !slug.isEmpty {
        slug.append("-")
      }
    }
    while slug.hasSuffix("-") { slug.removeLast() }
    self.rawValue = nodeClass + "/" + (slug.isEmpty ? "unnamed" : slug)
  }

  /// The same for a name of ASCII alone, as nearly all are; nil for others.
  private static func slug(ofASCII name: String) -> String? {
    var slug: [UInt8] = []
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        slug.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): slug.append(byte | 0x20)
      case UInt8(ascii: "'"), UInt8(ascii: "."): continue
      case 0x80...: return nil
      default: if let last = slug.last, last != UInt8(ascii: "-") { slug.append(UInt8(ascii: "-")) }
      }
    }
    if slug.last == UInt8(ascii: "-") { slug.removeLast() }
    return String(decoding: slug, as: UTF8.self)
  }

  /// The part before the slash: person, place, organization, event, or what the ontology has besides.
  public var nodeClass: Substring {
    rawValue[..<(rawValue.utf8.firstIndex(of: UInt8(ascii: "/")) ?? rawValue.endIndex)]
  }
  /// The id as text.
  public var description: String { rawValue }
  /// In the order of UTF-8.
  public static func < (a: NodeID, b: NodeID) -> Bool { a.rawValue.utf8Precedes(b.rawValue) }
}

extension String {
  /// Whether the text comes before `other` in the order of UTF-8: the one order of all that is written.
  package func utf8Precedes(_ other: String) -> Bool {
    let found = unsafe utf8.withContiguousStorageIfAvailable { a in
      unsafe other.utf8.withContiguousStorageIfAvailable { b in
        guard let first = a.baseAddress, let second = b.baseAddress else {
          return a.isEmpty && !b.isEmpty
        }
        let order = unsafe memcmp(first, second, min(a.count, b.count))
        return order != 0 ? order < 0 : a.count < b.count
      }
    }
    return found.flatMap(\.self) ?? utf8.lexicographicallyPrecedes(other.utf8)
  }
}
