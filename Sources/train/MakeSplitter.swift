import ArgumentParser
import Foundation
import Language

/// Trains the sentence splitter of a model anew and leaves its other parts as they are.
struct MakeSplitter: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "make-splitter",
    abstract: "Trains the sentence splitter of a model anew; its other parts stay as they are.")

  @Option(help: "The model file to start from.")
  var base: String

  @Option(parsing: .upToNextOption, help: "Treebanks to learn from, as CoNLL-U files.")
  var treebanks: [String]

  @Option(help: "Raw texts to learn from: JSON Lines with a \"text\" each.")
  var raw: String?

  @Option(name: .shortAndLong, help: "The model file to write.")
  var output: String

  func run() throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: base))
    var model = try LanguageModel(decoding: [UInt8](data))
    model.splitter = try Self.splitter(treebanks: treebanks, raw: raw, model.lexicon)
    try Data(model.encoded()).write(to: URL(fileURLWithPath: output))
  }

  /// A splitter trained on treebanks and raw texts.
  static func splitter(treebanks: [String], raw: String?, _ lexicon: Lexicon) throws
    -> SentenceSplitter
  {
    var examples: [SplitterExample] = []
    for path in treebanks { try examples.append(treebank: path, lexicon) }
    if let raw { try examples.append(raw: raw, lexicon) }
    return SplitterTraining().train(examples)
  }
}
