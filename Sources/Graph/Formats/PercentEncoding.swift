extension UInt8 {
  /// The byte as URLs write what may not stand there as it is: "%2F" (RFC 3986, section 2.1).
  var percentEncoded: String {
    (self < 16 ? "%0" : "%") + String(self, radix: 16, uppercase: true)
  }
}
