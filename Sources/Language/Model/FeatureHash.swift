/// Numbers for features: a feature is a template and up to three atoms, and its number says which row of
/// a weight table it uses. Different features may share a row; with tables large enough that costs nothing
/// that can be measured.
enum FeatureHash {
  private static let first: UInt64 = 0x9E37_79B9_7F4A_7C15
  private static let second: UInt64 = 0xD6E8_FEB8_6659_FD93
  private static let third: UInt64 = 0xA076_1D64_78BD_642F

  @inline(__always)
  private static func mix(_ value: UInt64) -> UInt64 {
    let product = value &* second
    return product ^ (product >> 32)
  }

  /// One atom made of two.
  @inline(__always)
  static func joined(_ a: UInt64, _ b: UInt64) -> UInt64 { mix(a &+ b &* first) }

  /// The number of a feature of one atom.
  @inline(__always)
  static func of(_ template: UInt64, _ a: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: (mix(a ^ (template &* first)) &* third) >> 32)
  }

  /// The number of a feature of two atoms.
  @inline(__always)
  static func of(_ template: UInt64, _ a: UInt64, _ b: UInt64) -> UInt32 {
    UInt32(
      truncatingIfNeeded: (mix(mix(a ^ (template &* first)) &+ b &* first) &* third) >> 32)
  }

  /// The number of a feature of three atoms.
  @inline(__always)
  static func of(_ template: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64) -> UInt32 {
    let two = mix(mix(a ^ (template &* first)) &+ b &* first)
    return UInt32(truncatingIfNeeded: (mix(two &+ c &* first) &* third) >> 32)
  }

  /// Adds a byte to the hash of a word.
  @inline(__always)
  static func adding(_ byte: UInt8, to hash: UInt64) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  /// The hash of no bytes.
  static let empty: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The hash of a word that is written without digits and in ASCII.
  static func ofWord(_ bytes: some Sequence<UInt8>) -> UInt64 {
    finished(bytes.reduce(empty) { adding($1, to: $0) })
  }

  /// Spreads a word's hash over all bits, once its last byte was added.
  @inline(__always)
  static func finished(_ hash: UInt64) -> UInt64 { mix(hash ^ (hash >> 29)) }
}
