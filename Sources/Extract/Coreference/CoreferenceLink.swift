public import Graph
public import Language

/// What one pronoun or description of a text stands for, to look at and to measure.
public struct CoreferenceLink: Hashable, Sendable {
  /// The phrase.
  public let range: ByteRange
  /// The word that heads it.
  public let head: ByteRange
  /// The labels of what it stands for.
  public let labels: [String]
  /// Where each of these is named.
  public let antecedents: [[ByteRange]]
  /// What resolved it; starts with "pronoun" or "description".
  public let foundBy: String
}

extension Pipeline {
  /// The pronouns and descriptions of a text that are resolved, in the order of the text. Its tokens are kept,
  /// all else is annotated anew, as for a graph.
  public func coreference(in text: AnnotatedText, published: TimeSpan?) -> [CoreferenceLink] {
    let (table, document) = entities(of: text, published: published)
    return document.anaphors.map { anaphor in
      CoreferenceLink(
        range: table.byteRange(anaphor.tokens),
        head: table.byteRange(anaphor.head..<anaphor.head + 1),
        labels: anaphor.entities.map { document.entities[$0].label },
        antecedents: anaphor.entities.map { entity in
          document.mentions.filter { $0.entity == entity }.map {
            table.byteRange($0.mention.tokens)
          }
        },
        foundBy: anaphor.foundBy)
    }
  }

  /// Where a text names its entities, in the order of the text.
  public func namedRanges(in text: AnnotatedText) -> [ByteRange] {
    let (table, document) = entities(of: text, published: nil)
    return document.mentions.map { table.byteRange($0.mention.tokens) }
  }

  private func entities(
    of text: AnnotatedText, published: TimeSpan?
  ) -> (TokenTable, DocumentEntities) {
    var table = TokenTable(text)
    let mentions = annotate(&table)
    let times = TimeFinder(table, published: published).expressions()
    return (table, read(table, mentions, times: times, published: published).entities)
  }
}
