/// A text with all that the language side found in it: sentences, tokens, tags, dependencies, names.
///
/// The one container of this module. The annotations are flat arrays; `Token` and `Sentence` are small
/// views into them. The text itself never changes, and all ranges are byte ranges into it. Stages that
/// have not run leave their field empty (`nil`), so a text may be tokenized and no more.
///
/// Invariants: tokens are in the order of the text, disjoint, never empty; every token belongs to
/// exactly one sentence; a sentence never crosses a paragraph; a head is a token of the same sentence.
public struct AnnotatedText: Sendable {
  /// The text as UTF-8.
  public let bytes: [UInt8]
  /// The parts of the text that were annotated, ascending and disjoint.
  public let paragraphs: [ByteRange]
  /// One record a token, in the order of the text.
  public var tokenRecords: [TokenRecord]
  /// One record a sentence, in the order of the text.
  public var sentenceRecords: [SentenceRecord]
  /// The names that were found, in the order of the text; outer ones before inner ones.
  public var names: [NameSpan]

  /// A text with the given annotations; used by the annotator's stages and by tests, which build it by hand.
  public init(
    bytes: [UInt8], paragraphs: [ByteRange], tokens: [TokenRecord] = [],
    sentences: [SentenceRecord] = [], names: [NameSpan] = []
  ) {
    self.bytes = bytes
    self.paragraphs = paragraphs
    self.tokenRecords = tokens
    self.sentenceRecords = sentences
    self.names = names
  }

  /// The token at `index` (0-based, over the whole text).
  public func token(_ index: Int) -> Token { Token(text: self, index: index) }
  /// The sentence at `index` (0-based, over the whole text).
  public func sentence(_ index: Int) -> Sentence { Sentence(text: self, index: index) }
  /// How many tokens there are.
  public var tokenCount: Int { tokenRecords.count }
  /// How many sentences there are.
  public var sentenceCount: Int { sentenceRecords.count }

  /// From the start of a name's first token to the end of its last.
  public func range(of name: NameSpan) -> ByteRange {
    guard let first = name.tokens.first, let last = name.tokens.last else { return ByteRange(0, 0) }
    return ByteRange(tokenRecords[first].range.start, tokenRecords[last].range.end)
  }

  /// The words at `range`, exactly as the text has them.
  public func string(in range: ByteRange) -> String {
    String(decoding: bytes[range.start..<range.end], as: UTF8.self)
  }
}

/// What is known of one token.
public struct TokenRecord: Hashable, Sendable {
  /// Where it stands.
  public var range: ByteRange
  /// Its universal part of speech, once a tagger has run.
  public var partOfSpeech: PartOfSpeech?
  /// Its language-specific tag (XPOS; Penn Treebank for English), once a tagger has run.
  public var fineTag: String?
  /// Its dictionary form, once a tagger has run.
  public var lemma: String?
  /// Its morphological features as CoNLL-U writes them (`Mood=Ind|Tense=Past|VerbForm=Fin`), once a tagger
  /// has run; nil also for a word that has none.
  public var morphology: String?
  /// The index of its head, over the whole text; nil for a root, and where no parser has run.
  public var head: Int?
  /// Its relation to its head, once a parser has run.
  public var relation: DependencyRelation?
  /// Whether it is one written word with the token before it, as the `n't` of "don't" is: what CoNLL-U
  /// calls a multiword token.
  public var continuesWord = false

  /// A token of which only the place is known.
  public init(range: ByteRange) { self.range = range }
}

/// Which tokens make one sentence.
public struct SentenceRecord: Hashable, Sendable {
  /// Half-open indices over the text's tokens.
  public var tokens: Range<Int>
  /// The index of the paragraph that it stands in.
  public var paragraph: Int

  /// A sentence of the given tokens.
  public init(tokens: Range<Int>, paragraph: Int) {
    self.tokens = tokens
    self.paragraph = paragraph
  }
}

/// A view of one token.
public struct Token: Sendable {
  /// The text that it stands in.
  public let text: AnnotatedText
  /// Its index over the whole text, 0-based.
  public let index: Int

  /// All that is known of it.
  public var record: TokenRecord { text.tokenRecords[index] }
  /// Where it stands.
  public var range: ByteRange { record.range }
  /// Its form, exactly as the text has it.
  public var form: String { text.string(in: record.range) }
}

/// A view of one sentence.
public struct Sentence: Sendable {
  /// The text that it stands in.
  public let text: AnnotatedText
  /// Its index over the whole text, 0-based.
  public let index: Int

  /// Its tokens, as half-open indices over the whole text.
  public var tokens: Range<Int> { text.sentenceRecords[index].tokens }
  /// From its first token's start to its last token's end; empty for a sentence without tokens.
  public var range: ByteRange {
    guard let first = tokens.first, let last = tokens.last else { return ByteRange(0, 0) }
    return ByteRange(text.tokenRecords[first].range.start, text.tokenRecords[last].range.end)
  }
  /// Its words, exactly as the text has them.
  public var string: String { text.string(in: range) }
}

/// A name in the text, with its coarse kind.
public struct NameSpan: Hashable, Sendable {
  /// What kind of thing a name names, as far as form and context tell.
  public enum Kind: String, CaseIterable, Sendable {
    case person, place, organization, event, other
  }

  /// Half-open indices over the text's tokens.
  public var tokens: Range<Int>
  /// What it names.
  public var kind: Kind

  /// A name over the given tokens.
  public init(tokens: Range<Int>, kind: Kind) {
    self.tokens = tokens
    self.kind = kind
  }
}

/// Several tokens that are one word to the grammar.
public struct TokenUnit: Hashable, Sendable {
  /// Half-open token indices over the whole text.
  public var tokens: Range<Int>
  /// The token among them that stands for all.
  public var head: Int

  /// A unit of the given tokens.
  public init(tokens: Range<Int>, head: Int) {
    self.tokens = tokens
    self.head = head
  }
}

/// Universal parts of speech (universaldependencies.org/u/pos).
public enum PartOfSpeech: String, CaseIterable, Sendable {
  case adjective = "ADJ"
  case adposition = "ADP"
  case adverb = "ADV"
  case auxiliary = "AUX"
  case coordinatingConjunction = "CCONJ"
  case determiner = "DET"
  case interjection = "INTJ"
  case noun = "NOUN"
  case numeral = "NUM"
  case particle = "PART"
  case pronoun = "PRON"
  case properNoun = "PROPN"
  case punctuation = "PUNCT"
  case subordinatingConjunction = "SCONJ"
  case symbol = "SYM"
  case verb = "VERB"
  case other = "X"
}

/// A universal dependency relation with its subtype, such as `nsubj:pass` (universaldependencies.org/u/dep).
public struct DependencyRelation: RawRepresentable, Hashable, Sendable {
  /// The name as CoNLL-U has it.
  public let rawValue: String
  /// The relation of that name.
  public init(rawValue: String) { self.rawValue = rawValue }
}
