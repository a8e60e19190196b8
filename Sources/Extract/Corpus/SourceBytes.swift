internal import Foundation
internal import Language

/// A file's bytes, and its text where they are one.
struct SourceBytes: Sendable {
  /// The bytes as they were read.
  var bytes: [UInt8]
  /// The same as text.
  var text: String

  /// Why a file is not taken in.
  struct Problem: Error, Sendable {
    var warning: Warning
    /// Whether the file could not be read at all, for a reason of the system's.
    var systemReason: String?
  }

  /// The bytes of the file at a path.
  static func bytes(at path: String) -> Result<[UInt8], Problem> {
    do {
      return .success(Array(try Data(contentsOf: URL(fileURLWithPath: path))))
    } catch {
      let reason = reason(of: error)
      return .failure(
        Problem(
          warning: Warning(
            FilePlace(path: path), "cannot be read: \(reason). Check who may read it."),
          systemReason: reason))
    }
  }

  /// The text of the file at a path.
  static func text(at path: String) -> Result<SourceBytes, Problem> {
    bytes(at: path).flatMap { decode($0, path: path) }
  }

  /// The text that bytes in UTF-8 make, unless they are empty, binary, or in another encoding.
  static func decode(_ bytes: [UInt8], path: String) -> Result<SourceBytes, Problem> {
    func failure(_ line: Int?, _ message: String) -> Result<SourceBytes, Problem> {
      .failure(Problem(warning: Warning(FilePlace(path: path, line: line), message)))
    }
    if let problem = problem(with: bytes) { return failure(nil, problem) }
    do {
      let text = try String(copying: UTF8Span(validating: bytes.span))
      return .success(SourceBytes(bytes: bytes, text: text))
    } catch {
      let offset = error.byteOffsets.lowerBound
      let byte = String(bytes[offset], radix: 16, uppercase: true)
      return failure(
        LineMap(bytes: bytes).line(at: offset),
        "byte \(offset) is 0x\(byte.count == 1 ? "0" : "")\(byte), which is not UTF-8; expected UTF-8. "
          + "Convert it, for example with 'iconv -f WINDOWS-1252 -t UTF-8'.")
    }
  }

  /// What keeps bytes from being a text in any encoding that is read; nil where nothing does.
  static func problem(with bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return "is UTF-16; expected UTF-8. Convert it, for example with 'iconv -f UTF-16 -t UTF-8'."
    }
    if let zero = bytes.firstIndex(of: 0) {
      return "is binary: byte \(zero) is zero; expected text. Take it out of the corpus."
    }
    if TextLine.trim(ByteRange(0, bytes.count), in: bytes) == nil {
      return "is empty; expected an article. Fill it, or take it out."
    }
    return nil
  }

  /// What the system says of an error, in a few words.
  static func reason(of error: any Error) -> String {
    switch (error as? CocoaError)?.code {
    case .fileReadNoSuchFile?, .fileNoSuchFile?: return "no such file or folder"
    case .fileReadNoPermission?: return "permission denied"
    default: break
    }
    let error = error as NSError
    if let below = error.userInfo[NSUnderlyingErrorKey] as? NSError,
      below.domain == NSPOSIXErrorDomain, let code = POSIXErrorCode(rawValue: Int32(below.code))
    {
      return POSIXError(code).localizedDescription
    }
    let reason = error.localizedDescription
    return reason.hasSuffix(".") ? String(reason.dropLast()) : reason
  }
}
