import ArgumentParser
import Extract
import Foundation
import Graph
import Language

/// Shows what the language side finds in a text.
struct AnnotateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annotate",
    abstract:
      "Show sentences, parts of speech, dependencies, names, times and references of a text.",
    discussion: """
      Paragraphs are separated by empty lines. A file named *.conllu is read as CoNLL-U and shown \
      with the annotations that it has.

      Examples:
        graphgen annotate article.txt
        echo "Abe met Putin in Sochi." | graphgen annotate - --format tree
        graphgen annotate article.txt --format names
        graphgen annotate article.txt --format times --date 2014-09-27
        graphgen annotate article.txt --format coreference
        graphgen annotate gold.conllu --format json
        graphgen annotate article.txt --claims --frames mine.yaml
      """)

  /// What is written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case conllu, tree, names, times, coreference, json
  }

  @Argument(help: "The text to annotate; - for standard input.")
  var file: String

  @Option(
    help: """
      What to write: CoNLL-U, trees to read, names only, times or pronouns and descriptions only as JSON \
      lines, or JSON.
      """)
  var format: Format = .conllu

  @OptionGroup var mode: ModeOption

  @Option(
    help: ArgumentHelp(
      "With --claims, or --format times or coreference: the date of publication (2014-09-27, 2014-09 or 2014).",
      discussion: "Without it, the date that front matter or the manifest gives counts."))
  var date: String?

  @Flag(
    help: ArgumentHelp(
      "Show what the frames find, sentence by sentence, instead.",
      discussion: """
        Under each sentence: its entities, the claims (+), and the trigger words that stated nothing (?) \
        with what stands in the places of their ends. With --format tree, the trees that the frames see \
        come first.
        """))
  var claims = false

  @OptionGroup(title: "Knowledge options, for --claims and coreference")
  var knowledge: KnowledgeOptions

  func validate() throws {
    guard let date, TimeSpan(rawValue: date) == nil || date.contains("/") else { return }
    throw ValidationError(
      "--date: '\(date)' is no date; expected a day, a month or a year, as 2014-09-27, 2014-09 or 2014."
    )
  }

  func run() throws {
    if claims {
      try listClaims()
      return
    }
    if format == .times || format == .coreference {
      let (text, published) = try dated()
      write(
        format == .times
          ? try TimeLine.lines(TimeFinder(text, published: published).expressions(), of: text)
          : try CoreferenceLine.lines(
            knowledge.pipeline().coreference(in: text, published: published), of: text))
      return
    }
    let text = try annotated(try contents())
    switch format {
    case .conllu: write(text.coNLLU())
    case .tree: write(TreeView(text).string)
    case .names: write(names(text))
    case .json: write(try AnnotationJSON(text).string)
    case .times, .coreference: break
    }
  }

  private func listClaims() throws {
    let pipeline = try knowledge.pipeline(mode: mode.parser)
    for var document in try CorpusReader.read([file], standardInput: try contents()).documents {
      document.published = date ?? document.published
      if format == .tree { write(TreeView(pipeline.annotate(document)).string + "\n") }
      write(ClaimListing(of: document, by: pipeline).text)
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
    let annotator = Annotator(mode: mode.parser)
    return annotator.annotate(bytes: bytes, paragraphs: Paragraphs.ranges(bytes))
  }

  /// The annotated text with the date that the options, front matter or the manifest give.
  private func dated() throws -> (AnnotatedText, TimeSpan?) {
    let bytes = try contents()
    var text: AnnotatedText?
    var published = date
    if !file.hasSuffix(".conllu"),
      let document = try? CorpusReader.read([file], standardInput: bytes).documents.first
    {
      published = published ?? document.published
      // Where the article is the file itself, what stands over it (its date!) is not looked through.
      if document.text.utf8.elementsEqual(bytes) {
        let annotator = Annotator(mode: mode.parser)
        text = annotator.annotate(
          bytes: bytes,
          paragraphs: document.blocks.filter { $0.role != .metadata || $0.range.start > 0 }.map(
            \.range))
      }
    }
    return (try text ?? annotated(bytes), published.flatMap(TimeSpan.init))
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
