private import Foundation
private import Glibc
private import Graph

/// Which program runs: itself, with the model and the data that are linked into it, and the libraries that it
/// was loaded with.
///
/// The program is told by its bytes, so that one that was built anew from other sources or other data never
/// passes for the old one. Libraries are told by file, size and time, since a package that is exchanged has
/// another.
enum ProgramIdentity {
  /// Asked for once; the program on the disk may be exchanged while it runs.
  static let current: String = {
    var parts: [(name: String, value: String?)] = [("program", programDigest)]
    for library in libraries.sorted() { parts.append(("library", library)) }
    return Digest.hexadecimal(of: parts)
  }()

  /// SHA-256 of the program's bytes. Where they can't be read, something that no other run has.
  private static var programDigest: String {
    guard
      let program = try? Data(
        contentsOf: URL(fileURLWithPath: "/proc/self/exe"), options: .mappedIfSafe)
    else { return UUID().uuidString }
    return Digest.hexadecimal(Digest.bytes(of: program))
  }

  /// The shared libraries that are mapped, each with its size and time.
  static var libraries: Set<String> {
    // A handle reads on to the end; `String(contentsOfFile:)` ends after the first page of a file without a size, which
    // lies elsewhere in each run.
    guard
      let bytes = try? FileHandle(forReadingAtPath: "/proc/self/maps")?.readToEnd()
    else { return [UUID().uuidString] }
    let maps = String(decoding: bytes, as: UTF8.self)
    var libraries: Set<String> = []
    for line in maps.split(separator: "\n") {
      // "7f00-7f01 r-xp 00000000 08:01 1234   /usr/lib/libfoo.so.1"
      let fields = line.split(separator: " ", maxSplits: 5, omittingEmptySubsequences: true)
      guard fields.count == 6, fields[1].contains("x") else { continue }
      let path = String(fields[5].drop { $0 == " " })
      guard path.hasPrefix("/"), path.contains(".so") else { continue }
      var status = stat()
      guard unsafe stat(path, &status) == 0 else { continue }
      libraries.insert(
        "\(path) \(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)")
    }
    return libraries
  }
}
