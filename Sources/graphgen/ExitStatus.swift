import ArgumentParser
import Graph

/// How graphgen ends. The one list; `--help` and the README tell it from here.
enum ExitStatus: Int32 {
  /// All went well; for `diff`, the graphs are the same.
  case success = 0
  /// `diff` found changes; `merge` conflicts; `score` stayed below its floor; examples of `frames test` failed.
  case different = 1
  /// Something was wrong with the input, or with reading or writing.
  case trouble = 2
  /// Graphviz isn't installed.
  case renderingUnavailable = 3
  /// The command line was wrong (EX_USAGE of sysexits.h, as ArgumentParser has it).
  case usage = 64

  /// For `throw`, which ends the program.
  var code: ExitCode { ExitCode(rawValue) }

  /// The status that an error ends the program with; nil for those that ArgumentParser made itself,
  /// which it reports with the usage, or which ask for an exit.
  init?(of error: any Error) {
    switch error {
    case is ExitCode, is CleanExit, is ValidationError: return nil
    case RenderError.unavailable: self = .renderingUnavailable
    case ViewError.unknown, ViewError.outOfRange, ViewError.notAPair,
      ViewError.noDays:
      self = .usage
    default:
      // What the parser throws is of a type that it keeps to itself, and ends with 64, or 0 for
      // help.
      let status = Graphgen.exitCode(for: error)
      if status == .validationFailure || status == .success { return nil }
      self = .trouble
    }
  }
}
