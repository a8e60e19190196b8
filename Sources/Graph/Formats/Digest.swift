private import Crypto
private import Foundation

/// SHA-256 of bytes and of named parts.
package enum Digest {
  /// Each part goes in with its name and its length in bytes, so that no two lists run together to the same bytes;
  /// a part that is nil is left out, and so differs from one that is empty.
  package static func hexadecimal(of parts: [(name: String, value: String?)]) -> String {
    var hasher = SHA256()
    for case (let name, let value?) in parts {
      hasher.update(data: Array("\(name) \(value.utf8.count)\n".utf8))
      hasher.update(data: Array(value.utf8))
    }
    return hexadecimal(Array(hasher.finalize()))
  }

  /// The digest of bytes, as bytes.
  package static func bytes(of bytes: some Sequence<UInt8>) -> [UInt8] {
    Array(SHA256.hash(data: Array(bytes)))
  }

  /// Two digits a byte.
  package static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
