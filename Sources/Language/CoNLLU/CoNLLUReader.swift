/// What is wrong with a CoNLL-U file, and where.
public struct CoNLLUError: Error, Hashable, CustomStringConvertible, Sendable {
  /// 1-based line.
  public let line: Int
  /// What was found and what was expected.
  public let message: String

  /// The place and the message, as `line 3: …`.
  public var description: String { "line \(line): \(message)" }
}

/// Reads CoNLL-U.
public struct CoNLLUReader: Sendable {
  /// A reader.
  public init() {}

  /// The sentences of a CoNLL-U text, in their order. Lines may end in LF or CRLF.
  ///
  /// - Throws: `CoNLLUError` for the first line that breaks the format.
  public func sentences(in text: String) throws(CoNLLUError) -> [CoNLLUSentence] {
    var sentences: [CoNLLUSentence] = []
    var open = OpenSentence()
    var number = 0
    for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      let line = line.last == 0x0D ? line.dropLast() : line
      if line.isEmpty {
        try open.close(into: &sentences)
      } else if line.first == UInt8(ascii: "#") {
        open.addComment(Substring(line.dropFirst()))
      } else {
        try open.addWord(line, number: number)
      }
    }
    try open.close(into: &sentences)
    return sentences
  }
}

/// The sentence that is being read.
private struct OpenSentence {
  private var comments: [String] = []
  private var words: [CoNLLUWord] = []
  private var multiwords: [CoNLLUMultiword] = []
  private var lines: [Int] = []

  mutating func addComment(_ comment: Substring) {
    comments.append(String(comment.first == " " ? comment.dropFirst() : comment))
  }

  mutating func addWord(_ line: Substring.UTF8View.SubSequence, number: Int) throws(CoNLLUError) {
    let columns = line.split(separator: 0x09, omittingEmptySubsequences: false)
    guard columns.count == 10 else {
      throw CoNLLUError(
        line: number, message: "expected 10 columns with tabs between; found \(columns.count).")
    }
    let id = String(columns[0]) ?? ""
    if id.contains(".") { return }
    let ends = id.split(separator: "-")
    guard let first = ends.first.flatMap({ Int($0) }), let last = ends.last.flatMap({ Int($0) }),
      ends.count <= 2
    else {
      throw CoNLLUError(line: number, message: "expected a word's number; found '\(id)'.")
    }
    let form = String(columns[1]) ?? ""
    let attributes = Self.value(columns[9]).map { $0.split(separator: "|").map(String.init) } ?? []
    let isFollowedDirectly = attributes.contains("SpaceAfter=No")
    if ends.count == 2 {
      guard first == words.count + 1, last > first else {
        throw CoNLLUError(line: number, message: "'\(id)' is no range of the words that follow.")
      }
      multiwords.append(
        CoNLLUMultiword(
          words: first - 1..<last, form: form, isFollowedDirectly: isFollowedDirectly))
      return
    }
    guard first == words.count + 1 else {
      throw CoNLLUError(
        line: number, message: "expected word \(words.count + 1); found word \(first).")
    }
    var word = CoNLLUWord(form: form)
    word.lemma = form == "_" ? "_" : Self.value(columns[2])
    word.partOfSpeech = try Self.partOfSpeech(columns[3], number: number)
    word.fineTag = Self.value(columns[4])
    word.features = Self.value(columns[5])
    if let head = Self.value(columns[6]) {
      guard let head = Int(head), head >= 0 else {
        throw CoNLLUError(line: number, message: "expected the head's number; found '\(head)'.")
      }
      word.head = head == 0 ? nil : head - 1
    }
    word.relation = Self.value(columns[7]).map(DependencyRelation.init(rawValue:))
    word.isFollowedDirectly = isFollowedDirectly
    word.attributes = attributes.filter { $0 != "SpaceAfter=No" }
    words.append(word)
    lines.append(number)
  }

  mutating func close(into sentences: inout [CoNLLUSentence]) throws(CoNLLUError) {
    defer { self = OpenSentence() }
    guard !words.isEmpty else { return }
    for (index, word) in words.enumerated() {
      if let head = word.head, head >= words.count || head == index {
        throw CoNLLUError(
          line: lines[index],
          message: "the head \(head + 1) is no other word of this sentence of \(words.count) words."
        )
      }
    }
    if let last = multiwords.last, last.words.upperBound > words.count {
      throw CoNLLUError(
        line: lines[words.count - 1],
        message: "a multiword token goes on to word \(last.words.upperBound), past the last word.")
    }
    sentences.append(CoNLLUSentence(comments: comments, words: words, multiwords: multiwords))
  }

  private static func value(_ column: Substring.UTF8View.SubSequence) -> String? {
    guard let string = String(column), string != "_", !string.isEmpty else { return nil }
    return string
  }

  private static func partOfSpeech(
    _ column: Substring.UTF8View.SubSequence, number: Int
  ) throws(CoNLLUError) -> PartOfSpeech? {
    guard let name = value(column) else { return nil }
    guard let partOfSpeech = PartOfSpeech(rawValue: name) else {
      throw CoNLLUError(
        line: number, message: "'\(name)' is no universal part of speech (NOUN, VERB, ...).")
    }
    return partOfSpeech
  }
}
