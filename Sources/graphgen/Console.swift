import Foundation

/// What goes to people rather than into files: standard error.
enum Console {
  /// Writes a line that begins with `error: `.
  static func error(_ message: String) { write("error: \(message)\n") }
  /// Writes a line that begins with `warning: `.
  static func warning(_ message: String) { write("warning: \(message)\n") }
  /// Writes a line that begins with `note: `.
  static func note(_ message: String) { write("note: \(message)\n") }

  private static func write(_ text: String) {
    // Where nobody can be told, there is nothing left to do about it.
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}
