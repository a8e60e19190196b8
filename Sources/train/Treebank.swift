import Foundation
import Language

/// A treebank's sentences in the form that training uses.
struct Treebank: Sendable {
  /// One sentence with what people annotated.
  struct Sentence: Sendable {
    /// Its words as they are written.
    var forms: [[UInt8]]
    /// Dictionary forms.
    var lemmas: [String]
    /// Morphological features, "" for none.
    var features: [String]
    /// Parts of speech with fine tags.
    var classes: [WordClass]
    /// 0-based heads; nil for the root.
    var heads: [Int?]
    /// Dependency relations.
    var relations: [String]
    /// The MISC column's attributes.
    var attributes: [[String]]
    /// Whether its document has entities marked.
    var hasEntities: Bool
    /// Whether it was made of another, as headlines are written.
    var isHeadline = false
  }

  private(set) var sentences: [Sentence] = []

  /// Adds the sentences of CoNLL-U files; sentences without tags are left out.
  mutating func read(_ path: String) throws {
    let file = try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
    var hasEntities = false
    for sentence in try CoNLLUReader().sentences(in: file) {
      if sentence.startsDocument { hasEntities = sentence.comment("global.Entity") != nil }
      let text = AnnotatedText(sentences: [sentence])
      let records = text.tokenRecords
      guard records.allSatisfy({ $0.partOfSpeech != nil && $0.fineTag != nil }) else { continue }
      sentences.append(
        Sentence(
          forms: records.map { Array(text.bytes[$0.range.start..<$0.range.end]) },
          lemmas: records.map { $0.lemma ?? "_" },
          features: records.map { $0.morphology ?? "" },
          classes: records.map { WordClass($0.partOfSpeech ?? .other, $0.fineTag ?? "_") },
          heads: records.map(\.head),
          relations: records.map { $0.relation?.rawValue ?? "dep" },
          attributes: sentence.words.map(\.attributes), hasEntities: hasEntities))
    }
  }

  init(_ paths: [String] = []) throws {
    for path in paths { try read(path) }
  }

  init(sentences: [Sentence]) { self.sentences = sentences }

  /// How many words there are.
  var wordCount: Int { sentences.reduce(0) { $0 + $1.forms.count } }
}

extension Treebank.Sentence {
  /// The atoms of its words.
  func atoms(_ lexicon: Lexicon) -> [WordAtoms] {
    WordAtoms.sentence(forms, lexicon: lexicon)
  }
}
