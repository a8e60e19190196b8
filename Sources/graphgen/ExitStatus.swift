import ArgumentParser

/// How graphgen ends. The one list; `--help` and the README tell it from here.
enum ExitStatus: Int32 {
  /// All went well; for `diff`, the graphs are the same.
  case success = 0
  /// `diff` found changes; `score` stayed below its floor.
  case different = 1
  /// Something was wrong with the input, or with reading or writing.
  case trouble = 2
  /// Graphviz isn't installed.
  case renderingUnavailable = 3
  /// The command line was wrong (EX_USAGE of sysexits.h, as ArgumentParser has it).
  case usage = 64

  /// For `throw`, which ends the program.
  var code: ExitCode { ExitCode(rawValue) }
}
