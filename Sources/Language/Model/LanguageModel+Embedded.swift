import CLanguageModel

extension LanguageModel {
  /// The model that is linked into the program, or what is wrong with it; read once, when first asked for.
  package static let embedded: Result<LanguageModel, ModelError> = {
    do throws(ModelError) {
      let size = language_model_size()
      let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
        // The bytes are constants of the program; they are copied once.
        if let start = unsafe language_model_bytes() {
          _ = unsafe buffer.initialize(from: UnsafeBufferPointer(start: start, count: size))
          count = size
        }
      }
      return .success(try LanguageModel(decoding: bytes))
    } catch {
      return .failure(error)
    }
  }()

  /// What tells the model that is linked into the program from others: its check sum, as sixteen hexadecimal digits.
  package static let embeddedCheckSum: String = {
    let size = min(language_model_size(), headerCount)
    let header = unsafe UnsafeBufferPointer(start: language_model_bytes(), count: size)
    return unsafe header.suffix(8).map { byte in
      let digits = String(byte, radix: 16)
      return digits.count < 2 ? "0" + digits : digits
    }.joined()
  }()
}
