import ArgumentParser
import Foundation
import Graph

/// Runs a command's work and ends with graphgen's exit statuses: ArgumentParser would end with 1 for errors of
/// any kind.
///
/// What went wrong is written to standard error in one line. Errors that ArgumentParser knows (wrong usage,
/// a wanted exit) pass.
func reportingTrouble(_ work: () throws -> Void) throws {
  do {
    try work()
  } catch let error as ExitCode {
    throw error
  } catch let error as ValidationError {
    throw error
  } catch let error as ViewError {
    throw ValidationError(error.description)
  } catch let error as RenderError {
    Console.error(error.description)
    if case .unavailable = error { throw ExitStatus.renderingUnavailable.code }
    throw ExitStatus.trouble.code
  } catch {
    Console.error("\(error)")
    throw ExitStatus.trouble.code
  }
}

/// What goes to people rather than into files.
enum Console {
  /// Writes a line that begins with `error: ` to standard error.
  static func error(_ message: String) { write("error: \(message)\n") }
  /// Writes a line that begins with `note: ` to standard error.
  static func note(_ message: String) { write("note: \(message)\n") }

  private static func write(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}
