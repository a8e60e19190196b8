/// One sentence of a CoNLL-U file (universaldependencies.org/format.html).
///
/// Empty nodes and enhanced dependencies are not kept.
public struct CoNLLUSentence: Hashable, Sendable {
  /// The comment lines without their `#` and the space behind it.
  public var comments: [String]
  /// The syntactic words in their order.
  public var words: [CoNLLUWord]
  /// Half-open, 0-based ranges of words that are written as one ("don't").
  public var multiwords: [CoNLLUMultiword]

  /// A sentence of the given words.
  public init(
    comments: [String] = [], words: [CoNLLUWord], multiwords: [CoNLLUMultiword] = []
  ) {
    self.comments = comments
    self.words = words
    self.multiwords = multiwords
  }

  /// The value of the comment `key = value`; empty for a bare `key`, nil where there is none.
  public func comment(_ key: String) -> String? {
    for comment in comments where comment.hasPrefix(key) {
      let rest = comment.dropFirst(key.count).drop { $0 == " " }
      if rest.isEmpty { return "" }
      if rest.first == "=" { return String(rest.dropFirst().drop { $0 == " " }) }
      // `newpar id = …` is a `newpar` with an attribute.
      if comment.dropFirst(key.count).first == " " { return String(rest) }
    }
    return nil
  }

  /// Whether a document or a paragraph starts with this sentence.
  public var startsParagraph: Bool { comment("newpar") != nil || startsDocument }
  /// Whether a document starts with this sentence.
  public var startsDocument: Bool { comment("newdoc") != nil }
}

/// One syntactic word of a CoNLL-U file: its ten columns, `_` read as nil where nothing is meant.
public struct CoNLLUWord: Hashable, Sendable {
  /// The word as written.
  public var form: String
  /// Its dictionary form.
  public var lemma: String?
  /// Its universal part of speech.
  public var partOfSpeech: PartOfSpeech?
  /// Its language-specific tag.
  public var fineTag: String?
  /// Its morphological features, as CoNLL-U writes them (`Number=Sing|Person=3`).
  public var features: String?
  /// 0-based index of its head in the sentence; nil for the root and where the file tells none.
  public var head: Int?
  /// Its relation to its head.
  public var relation: DependencyRelation?
  /// The attributes of the MISC column, `SpaceAfter` apart.
  public var attributes: [String]
  /// Whether no white space follows.
  public var isFollowedDirectly: Bool

  /// A word of which only the form is known.
  public init(form: String) {
    self.form = form
    self.attributes = []
    self.isFollowedDirectly = false
  }
}

/// Words that are written as one, such as the two of "don't".
public struct CoNLLUMultiword: Hashable, Sendable {
  /// Half-open, 0-based range of its words.
  public var words: Range<Int>
  /// How it is written.
  public var form: String
  /// Whether no white space follows.
  public var isFollowedDirectly: Bool

  /// Words that are written as `form`.
  public init(words: Range<Int>, form: String, isFollowedDirectly: Bool = false) {
    self.words = words
    self.form = form
    self.isFollowedDirectly = isFollowedDirectly
  }
}
