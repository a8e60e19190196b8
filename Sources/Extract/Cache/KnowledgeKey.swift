private import Crypto
private import Foundation
public import Language

/// What the statements of a document depend on besides the document and the program: the parser's mode, and each file
/// of the user's.
///
/// Two runs of one program with the same key read a document alike; anything that could make a difference changes it.
public struct KnowledgeKey: Hashable, Sendable {
  /// SHA-256 of all of it, as 64 hexadecimal digits.
  public private(set) var digest: String

  /// What is built in, and nothing else.
  public init(mode: Annotator.Mode) {
    digest = Digest.hexadecimal(of: [("mode", mode.rawValue)])
  }

  /// Takes in a file that adds to the knowledge: what it is for, and its text. The order of files counts.
  public mutating func add(_ kind: String, _ text: String) {
    digest = Digest.hexadecimal(of: [("before", digest), (kind, text)])
  }
}

/// SHA-256 of named parts.
enum Digest {
  /// Each part goes in with its name and its length in bytes, so that no two lists run together to the same bytes;
  /// a part that is nil is left out, and so differs from one that is empty.
  static func hexadecimal(of parts: [(name: String, value: String?)]) -> String {
    var hasher = SHA256()
    for case (let name, let value?) in parts {
      hasher.update(data: Array("\(name) \(value.utf8.count)\n".utf8))
      hasher.update(data: Array(value.utf8))
    }
    return hexadecimal(Array(hasher.finalize()))
  }

  /// The digest of bytes, as bytes.
  static func bytes(of bytes: some Sequence<UInt8>) -> [UInt8] {
    Array(SHA256.hash(data: Array(bytes)))
  }

  /// Two digits a byte.
  static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
