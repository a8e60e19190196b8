import Foundation
import Language

/// The annotations as one JSON object, indices and byte ranges as the library has them.
struct AnnotationJSON: Encodable {
  struct Sentence: Encodable {
    var start: Int
    var end: Int
    var tokens: [Token]
  }
  struct Token: Encodable {
    var start: Int
    var end: Int
    var form: String
    var lemma: String?
    var upos: String?
    var xpos: String?
    var feats: String?
    /// The index of the head in the sentence's `tokens`; missing for the root.
    var head: Int?
    var deprel: String?
  }
  struct Name: Encodable {
    var start: Int
    var end: Int
    var kind: String
    var text: String
  }

  var sentences: [Sentence]
  var names: [Name]

  init(_ text: AnnotatedText) {
    sentences = (0..<text.sentenceCount).map { index in
      let sentence = text.sentence(index)
      let first = sentence.tokens.lowerBound
      return Sentence(
        start: sentence.range.start, end: sentence.range.end,
        tokens: sentence.tokens.map { token in
          let record = text.tokenRecords[token]
          return Token(
            start: record.range.start, end: record.range.end, form: text.string(in: record.range),
            lemma: record.lemma, upos: record.partOfSpeech?.rawValue, xpos: record.fineTag,
            feats: record.morphology, head: record.head.map { $0 - first },
            deprel: record.relation?.rawValue)
        })
    }
    names = text.names.map { name in
      let range = text.range(of: name)
      return Name(
        start: range.start, end: range.end, kind: name.kind.rawValue, text: text.string(in: range))
    }
  }

  /// The object on one line.
  var string: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
    }
  }
}
