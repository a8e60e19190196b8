/// Turns text into annotated text: paragraph by paragraph, so that the result is the same however a
/// document is cut at paragraphs.
///
/// Stages follow one another over the whole document, which keeps each one's weights in the processor's
/// cache: tokens and sentences, parts of speech and lemmas, dependencies, names.
public struct Annotator: Sendable {
  /// How much time the parser takes for its search.
  public enum Mode: String, CaseIterable, Sendable {
    /// One parse a sentence, each move the best by itself.
    case fast
    /// Several parses side by side, the best whole kept.
    case accurate
  }

  /// How the parser works.
  public let mode: Mode
  private let model: LanguageModel?

  /// An annotator with the model that is linked into the program.
  ///
  /// The model is read when the first annotator is made; all annotators share it.
  public init(mode: Mode = .accurate) {
    switch LanguageModel.embedded {
    case .success(let model): self.init(model: model, mode: mode)
    case .failure(let error):
      preconditionFailure("the model linked into the program is whole: \(error)")
    }
  }

  /// An annotator with another model; without one, it finds tokens and sentences only, these by rules.
  package init(model: LanguageModel?, mode: Mode = .fast) {
    self.model = model
    self.mode = mode
  }

  /// The annotations of the given paragraphs of `text`; byte ranges are into `text`.
  ///
  /// Paragraphs are ascending and disjoint; what lies outside them is not annotated.
  ///
  /// - Complexity: linear in the length of the text.
  public func annotate(_ text: String, paragraphs: [ByteRange]) -> AnnotatedText {
    annotate(bytes: Array(text.utf8), paragraphs: paragraphs)
  }

  /// The same for bytes that should be UTF-8. Bytes that are not become tokens of their own.
  ///
  /// Paragraphs are ascending and disjoint; what lies outside them is not annotated. What reaches past the
  /// end of the text is cut off.
  ///
  /// - Complexity: linear in the length of the text.
  public func annotate(bytes: [UInt8], paragraphs: [ByteRange]) -> AnnotatedText {
    let tokenized = TokenizedText(bytes: bytes, paragraphs: paragraphs, model: model)
    var text = tokenized.text
    model?.annotate(&text, tokenized.atoms, mode: mode)
    return text
  }

  /// Tags, lemmas, dependencies and names for a text whose tokens and sentences are known. What it had
  /// of these before is overwritten.
  ///
  /// `units`, ascending and disjoint, each inside of one sentence, are names that the caller knows. To the
  /// grammar each is one word, a proper noun where its head is capitalised: the head stands in the tree where
  /// the name stands, the other tokens are `flat` below it. `verbs` are finite forms that the caller knows: where a
  /// clause seems to have no verb, one of them may be it.
  public func annotate(
    _ text: inout AnnotatedText, units: [TokenUnit] = [], verbs: VerbForms = VerbForms()
  ) {
    guard let model else { return }
    model.annotate(&text, units: units, verbs: verbs, mode: mode)
  }

  /// The sentences and tokens of the given paragraphs of `text`, and no more.
  public func tokenize(_ text: String, paragraphs: [ByteRange]) -> AnnotatedText {
    tokenized(bytes: Array(text.utf8), paragraphs: paragraphs)
  }

  /// Sentences and tokens only.
  package func tokenized(bytes: [UInt8], paragraphs: [ByteRange]) -> AnnotatedText {
    TokenizedText(bytes: bytes, paragraphs: paragraphs, model: model).text
  }
}
