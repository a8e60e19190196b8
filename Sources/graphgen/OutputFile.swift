import Foundation
import Glibc

/// Where a command writes: a file, or standard output for `-`.
struct OutputFile {
  /// Why a file could not be written or read.
  struct Failure: Error, CustomStringConvertible {
    let path: String
    let problem: String
    var description: String { "\(path): \(problem)" }
  }

  let path: String

  var isStandardOutput: Bool { path == "-" }

  /// Makes sure that no folder is in the way.
  func check() throws(Failure) {
    let kind = try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
    if kind == .typeDirectory { throw Failure(path: path, problem: "is a folder; give a file") }
  }

  /// Writes all of `bytes`: aside and renamed, so that nobody ever sees half a file, and an old file stays
  /// where writing fails. A device or pipe is written to as it is.
  func write(_ bytes: [UInt8]) throws(Failure) {
    do {
      if isStandardOutput { return try FileHandle.standardOutput.write(contentsOf: Data(bytes)) }
      let url = URL(fileURLWithPath: path)
      try check()
      let kind =
        try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
      let isPlain = kind == nil || kind == .typeRegular || kind == .typeSymbolicLink
      try Data(bytes).write(to: url.resolvingSymlinksInPath(), options: isPlain ? .atomic : [])
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(path: path, problem: "can't be written (\(Self.reason(error)))")
    }
  }

  /// Writes what `produce` gives its sink piece by piece: a file aside and renamed, so that nobody ever sees half of
  /// it, and an old one stays where anything fails.
  func write(_ produce: (_ sink: ([UInt8]) throws -> Void) throws -> Void) throws {
    let kind = try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
    let isPlain = kind == nil || kind == .typeRegular || kind == .typeSymbolicLink
    guard !isStandardOutput, isPlain else {
      try check()
      return try write(to: isStandardOutput ? .standardOutput : opened(path), produce)
    }
    let place = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let aside = "\(place).\(ProcessInfo.processInfo.processIdentifier).part"
    guard FileManager.default.createFile(atPath: aside, contents: nil) else {
      throw Failure(path: path, problem: "can't be written (\(Self.lastReason))")
    }
    do {
      try write(to: opened(aside), produce)
      guard unsafe rename(aside, place) == 0 else {
        throw Failure(path: path, problem: "can't be written (\(Self.lastReason))")
      }
    } catch {
      try? FileManager.default.removeItem(atPath: aside)
      throw error
    }
  }

  private func write(
    to handle: FileHandle, _ produce: (_ sink: ([UInt8]) throws -> Void) throws -> Void
  ) throws {
    try produce { bytes in
      do {
        try handle.write(contentsOf: Data(bytes))
      } catch {
        throw Failure(path: path, problem: "can't be written (\(Self.reason(error)))")
      }
    }
    if !isStandardOutput { try? handle.close() }
  }

  private func opened(_ path: String) throws(Failure) -> FileHandle {
    guard let handle = FileHandle(forWritingAtPath: path) else {
      throw Failure(path: self.path, problem: "can't be written (\(Self.lastReason))")
    }
    return handle
  }

  /// The system's words for the last call that failed.
  private static var lastReason: String { unsafe String(cString: strerror(errno)) }

  /// How messages name the file at `path`.
  static func name(_ path: String) -> String { path == "-" ? "standard input" : path }

  /// The bytes of a file, or of standard input for `-`.
  static func bytes(at path: String) throws(Failure) -> Data {
    do {
      if path == "-" { return try FileHandle.standardInput.readToEnd() ?? Data() }
      if try FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
        == .typeDirectory
      {
        throw Failure(path: path, problem: "is a folder; give a file")
      }
      return try Data(contentsOf: URL(fileURLWithPath: path))
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(path: name(path), problem: "can't be read (\(reason(error)))")
    }
  }

  /// The system's words for what went wrong.
  static func reason(_ error: any Error) -> String {
    let error = error as NSError
    if let cause = error.userInfo[NSUnderlyingErrorKey] as? NSError,
      cause.domain == NSPOSIXErrorDomain
    {
      return unsafe String(cString: strerror(Int32(cause.code)))
    }
    return switch CocoaError.Code(rawValue: error.code) {
    case .fileReadNoSuchFile, .fileNoSuchFile: "No such file or directory"
    case .fileReadNoPermission, .fileWriteNoPermission: "Permission denied"
    case .fileWriteOutOfSpace: "No space left on device"
    case .fileWriteFileExists: "a file is there"
    case .fileWriteUnknown where error.domain == NSCocoaErrorDomain:
      "not a folder that can be written to"
    default: error.localizedDescription
    }
  }
}
