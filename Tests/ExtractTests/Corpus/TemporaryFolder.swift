import Extract
import Foundation
import Language

/// A folder for one test, gone when the test is.
final class TemporaryFolder {
  /// Its absolute path.
  let path: String

  /// A folder with the given files, by their paths in it.
  init(_ files: [String: String] = [:]) throws {
    path =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("graphgen-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files { try write(Array(text.utf8), to: name) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, and the folders above it.
  func write(_ bytes: [UInt8], to name: String) throws {
    let file = URL(fileURLWithPath: path).appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  /// What reading the whole folder gives.
  func corpus(strict: Bool = false) throws -> Corpus {
    try CorpusReader.read([path], strict: strict)
  }

  /// Its warnings, with the folder's own path left out.
  func warnings() throws -> [String] {
    try corpus().warnings.map {
      $0.description.replacingOccurrences(of: path + "/", with: "").replacingOccurrences(
        of: path, with: ".")
    }
  }
}

extension Document {
  /// The blocks of a role, as text.
  func texts(_ role: TextBlock.Role) -> [String] {
    blocks.filter { $0.role == role }.map { text(of: $0) }
  }

  /// A block's words.
  func text(of block: TextBlock) -> String {
    String(decoding: Array(text.utf8)[block.range.start..<block.range.end], as: UTF8.self)
  }

  /// Each block as `role: text`.
  var described: [String] { blocks.map { "\($0.role): \(text(of: $0))" } }
}

/// Two sentences of an article, for tests that need one.
let article = """
  The presidents of Freedonia and Sylvania met in Geneva on Monday to discuss the border.

  They agreed to meet again in spring, a spokesman said.

  """
