import Language

/// How a corpus uses frames: which of their words never stated anything in it, and which words between two actors
/// no frame has.
public struct FrameSurvey: Sendable {
  /// A word that might state a relation.
  public struct UnknownWord: Hashable, Sendable {
    /// A verb or noun in its dictionary form with the place of the second actor, where that isn't the object:
    /// "congratulate", "travel to", "spat with (noun)".
    public let word: String
    /// How often it stands between two actors whom a relation could join.
    public fileprivate(set) var count: Int
    /// The first sentence where it does, on one line.
    public let example: String
  }

  private var stated: Set<FrameLibrary.Wording> = []
  private var missing: [String: UnknownWord] = [:]
  private var frames = FrameLibrary()

  /// What one document shows.
  init(of reading: Pipeline.Reading) {
    let table = reading.table
    // Before what is said twice becomes one: a word that only repeats isn't idle.
    stated = Set(reading.finder.statements().compactMap { $0.trace?.wording })
    let claims = Dictionary(grouping: reading.claims, by: \.sentence)
    for sentence in table.text.sentenceRecords.indices {
      let joined = Set((claims[sentence] ?? []).map { Set([$0.source, $0.target]) })
      let words = reading.finder.treeFinder.unknownWords(
        in: table.text.sentenceRecords[sentence].tokens, joined: joined)
      guard !words.isEmpty else { continue }
      let example = table.text.sentence(sentence).string.split(whereSeparator: \.isWhitespace)
        .joined(separator: " ")
      for word in words { add(UnknownWord(word: word, count: 1, example: example)) }
    }
  }

  /// What several documents show of these frames, in the order of the documents.
  init(joining parts: [FrameSurvey], frames: FrameLibrary) {
    self.frames = frames
    for part in parts {
      stated.formUnion(part.stated)
      for word in part.missing.values { add(word) }
    }
  }

  private mutating func add(_ word: UnknownWord) {
    if missing[word.word] == nil {
      missing[word.word] = word
    } else {
      missing[word.word]?.count += word.count
    }
  }

  /// The words that stated nothing, in the order of the frames.
  public var unused: [FrameEntry] { frames.entries { !stated.contains($1) } }

  /// The words that no frame has, the most frequent first, then in alphabetical order.
  public var unknown: [UnknownWord] {
    missing.values.sorted { a, b in
      a.count != b.count ? a.count > b.count : a.word.utf8.lexicographicallyPrecedes(b.word.utf8)
    }
  }
}
