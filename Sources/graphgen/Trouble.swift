import ArgumentParser
import Foundation
import Graph

/// Runs a command's work and ends with graphgen's exit statuses: ArgumentParser would end with 1 for errors of
/// any kind.
///
/// What went wrong is written to standard error in one line. Errors that ArgumentParser knows (wrong usage,
/// a wanted exit) pass.
func reportingTrouble(_ work: () throws -> Void) throws {
  do { try work() } catch { throw ending(for: error) }
}

/// The same for work that waits.
func reportingTrouble(_ work: () async throws -> Void) async throws {
  do { try await work() } catch { throw ending(for: error) }
}

/// What to throw to ArgumentParser for an error, after telling it.
private func ending(for error: any Error) -> any Error {
  switch error {
  case is ExitCode, is ValidationError: return error
  case let error as ViewError: return ValidationError(error.description)
  case let error as RenderError:
    Console.error(error.description)
    if case .unavailable = error { return ExitStatus.renderingUnavailable.code }
    return ExitStatus.trouble.code
  default:
    Console.error("\(error)")
    return ExitStatus.trouble.code
  }
}

/// What goes to people rather than into files.
enum Console {
  /// Writes a line that begins with `error: ` to standard error.
  static func error(_ message: String) { write("error: \(message)\n") }
  /// Writes a line that begins with `warning: ` to standard error.
  static func warning(_ message: String) { write("warning: \(message)\n") }
  /// Writes a line that begins with `note: ` to standard error.
  static func note(_ message: String) { write("note: \(message)\n") }

  private static func write(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}
