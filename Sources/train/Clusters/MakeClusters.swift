import ArgumentParser
import Foundation
import Language

/// Writes the classes of words that are found in a large text.
struct MakeClusters: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "make-clusters",
    abstract: "Sorts the words of a large text into classes by their surroundings.")

  @Argument(help: "Texts: JSON Lines with a \"text\" each, or CoNLL-U (*.conllu).")
  var texts: [String]

  @Option(name: .shortAndLong, help: "The file to write: word, frequency, class, coarse class.")
  var output: String

  @Option(help: "How many classes.")
  var classes = 800

  @Option(help: "How many coarse classes.")
  var coarseClasses = 64

  @Option(help: "Words that occur less often are left out.")
  var minimum = 4

  @Option(help: "How many passes over the words.")
  var passes = 8

  func run() throws {
    var vocabulary = Vocabulary()
    var sentences: [[Int32]] = []
    for path in texts {
      for text in try Self.annotatedTexts(path) {
        for sentence in text.sentenceRecords {
          sentences.append(
            sentence.tokens.map { index in
              vocabulary.count(WordForm.normalized(text.string(in: text.tokenRecords[index].range)))
            })
        }
      }
    }
    print("\(sentences.count) sentences, \(vocabulary.words.count) different words")
    let counts = BigramCounts(
      sentences: sentences, vocabulary: vocabulary, minimum: minimum, neighbours: 8000)
    sentences = []
    print("\(counts.words.count) words to sort")
    let fine = Self.clustered(counts, classes: classes, passes: passes)
    let coarse = Self.clustered(counts, classes: coarseClasses, passes: passes)
    var lines = ""
    for (index, word) in counts.words.enumerated() {
      lines += "\(word)\t\(counts.frequencies[index])\t\(fine[index])\t\(coarse[index])\n"
    }
    try lines.write(toFile: output, atomically: true, encoding: .utf8)
  }

  private static func clustered(_ counts: BigramCounts, classes: Int, passes: Int) -> [Int32] {
    var clustering = ExchangeClustering(counts, classes: classes)
    clustering.run(passes: passes) { pass, moved in print("pass \(pass + 1): \(moved) words moved")
    }
    return clustering.classes
  }

  private static func annotatedTexts(_ path: String) throws -> [AnnotatedText] {
    let file = try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
    if path.hasSuffix(".conllu") { return [try AnnotatedText(coNLLU: file)] }
    struct Record: Decodable { var text: String }

    return try file.utf8.split(separator: 0x0A).map { line in
      let record = try JSONDecoder().decode(Record.self, from: Data(line))
      return Tokenization.annotate(record.text)
    }
  }
}
