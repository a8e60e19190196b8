import ArgumentParser
import Foundation
import Language

/// Measures how fast raw text is annotated, by one thread, all stages together.
struct MeasureSpeed: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure-speed", abstract: "Measures words a second on raw text.")

  @Argument(help: "JSON Lines with a \"text\" each.")
  var texts: String

  @Option(help: "The model file; without it, the model that is linked in.")
  var model: String?

  @Option(help: "How the parser works: fast or accurate.")
  var mode: Annotator.Mode = .fast

  @Option(help: "Every how many lines one is taken, so that the text is varied.")
  var every = 40

  func run() throws {
    let clock = ContinuousClock()
    var annotator: Annotator?
    let loading = try clock.measure { annotator = try Measure.annotator(model, mode: mode) }
    guard let annotator else { return }
    struct Record: Decodable { var text: String }
    var texts: [(bytes: [UInt8], paragraphs: [ByteRange])] = []
    for (number, line) in try Measure.contents(self.texts).utf8.split(separator: 0x0A).enumerated()
    where number % every == 0 {
      let text = try JSONDecoder().decode(Record.self, from: Data(line)).text
      texts.append((Array(text.utf8), Tokenization.paragraphs(Array(text.utf8))))
    }
    var words = 0
    var sentences = 0
    let time = clock.measure {
      for text in texts {
        let annotated = annotator.annotate(bytes: text.bytes, paragraphs: text.paragraphs)
        words += annotated.tokenCount
        sentences += annotated.sentenceCount
      }
    }
    let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
    print(
      "\(texts.count) texts, \(sentences) sentences, \(words) words in \(time): "
        + "\(Int(Double(words) / seconds)) words a second; model read in \(loading)")
  }
}
