import ArgumentParser
import Foundation
import Language

/// Shows what the language side finds in a text.
struct Annotate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show sentences, parts of speech, dependencies and names of a text.",
    discussion: """
      Paragraphs are separated by empty lines. A file named *.conllu is read as CoNLL-U and shown \
      with the annotations that it has.

      Examples:
        graphgen annotate article.txt
        echo "Abe met Putin in Sochi." | graphgen annotate - --format tree
        graphgen annotate article.txt --format names
        graphgen annotate gold.conllu --format json
      """)

  /// What is written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case conllu, tree, names, json
  }

  /// How the parser works.
  enum Mode: String, CaseIterable, ExpressibleByArgument {
    case fast, accurate
  }

  @Argument(help: "The text to annotate; - for standard input.")
  var file: String

  @Option(help: "What to write: CoNLL-U, trees to read, names only, or JSON.")
  var format: Format = .conllu

  @Option(help: "How the parser works: one parse a sentence, or the best of several.")
  var mode: Mode = .accurate

  func run() throws {
    let text = try annotated(try contents())
    switch format {
    case .conllu: write(text.coNLLU())
    case .tree: write(TreeView(text).string)
    case .names: write(names(text))
    case .json: write(try AnnotationJSON(text).string)
    }
  }

  private func contents() throws -> [UInt8] {
    if file == "-" { return [UInt8](try FileHandle.standardInput.readToEnd() ?? Data()) }
    do {
      return [UInt8](try Data(contentsOf: URL(fileURLWithPath: file)))
    } catch {
      throw ValidationError("\(file): the file cannot be read.")
    }
  }

  private func annotated(_ bytes: [UInt8]) throws -> AnnotatedText {
    if file.hasSuffix(".conllu") {
      do {
        return try AnnotatedText(coNLLU: String(decoding: bytes, as: UTF8.self))
      } catch {
        throw ValidationError("\(file): \(error)")
      }
    }
    let annotator = Annotator(mode: mode == .fast ? .fast : .accurate)
    return annotator.annotate(bytes: bytes, paragraphs: Paragraphs.ranges(bytes))
  }

  private func write(_ string: String) {
    FileHandle.standardOutput.write(Data(string.utf8))
  }

  /// One name a line: kind, byte range, and the words.
  private func names(_ text: AnnotatedText) -> String {
    text.names.map { name in
      let range = text.range(of: name)
      let words = text.string(in: range).split(whereSeparator: \.isWhitespace)
        .joined(separator: " ")
      return "\(name.kind.rawValue)\t\(range.start):\(range.end)\t\(words)\n"
    }.joined()
  }
}

/// The paragraphs of plain text: what stands between empty lines.
enum Paragraphs {
  static func ranges(_ bytes: [UInt8]) -> [ByteRange] {
    var ranges: [ByteRange] = []
    var start: Int?
    var end = 0
    var lineStart = 0
    for index in 0...bytes.count where index == bytes.count || bytes[index] == 0x0A {
      let isEmpty = bytes[lineStart..<index].allSatisfy { $0 <= 0x20 }
      if isEmpty {
        if let first = start { ranges.append(ByteRange(first, end)) }
        start = nil
      } else {
        start = start ?? lineStart
        end = index
      }
      lineStart = index + 1
    }
    if let first = start { ranges.append(ByteRange(first, end)) }
    return ranges
  }
}
