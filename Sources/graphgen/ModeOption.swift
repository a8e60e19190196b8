public import ArgumentParser
public import Language

/// How sentences are parsed: the option of every command that reads articles.
struct ModeOption: ParsableArguments {
  @Option(
    name: .customLong("mode"),
    help: ArgumentHelp(
      "How sentences are parsed: one parse a sentence, or the best of several.",
      discussion: """
        'accurate' follows several parses of a sentence and keeps the best as a whole. 'fast' takes each step as \
        it looks best by itself: for large corpora; it misses some of what long sentences state.
        """))
  var parser: Annotator.Mode = .accurate
}

extension Annotator.Mode: ExpressibleByArgument {}
