@testable import Extract
import Graph
import Language

/// A text as the steps of extraction see it, one after the other, with the built-in knowledge.
struct Reading {
  private static let gazetteer = Gazetteer.builtIn

  let table: TokenTable
  let mentions: [EntityMention]
  let document: DocumentEntities
  private let offices: [OfficeClaimFinder.Finding]
  private let members: [PartyMembership]
  private let published: TimeSpan?

  /// Reads a text of one paragraph.
  init(_ text: String, published: String? = nil, publisher: String? = nil) {
    let pipeline = Pipeline()
    var table = TokenTable(
      Annotator().tokenize(text, paragraphs: [ByteRange(0, text.utf8.count)]))
    self.published = published.flatMap(TimeSpan.init(rawValue:))
    mentions = pipeline.annotate(&table)
    (document, offices, members) = pipeline.read(
      table, mentions, times: TimeFinder(table, published: self.published).expressions(),
      published: self.published, publisher: publisher.flatMap(Self.gazetteer.state(publishing:)))
    self.table = table
  }

  // MARK: Mentions

  /// The words of each mention, in the order of the text.
  var names: [String] { mentions.map { table.phrase($0.tokens) } }

  /// The first mention with those words.
  func mention(_ words: String) -> EntityMention? {
    mentions.first { table.phrase($0.tokens) == words }
  }

  /// The words of a mention with what stands before the name.
  func extent(_ words: String) -> String? { mention(words).map { table.phrase($0.extent) } }

  /// The offices that stand with a name.
  func offices(_ words: String) -> [String?]? { mention(words)?.titles.map(\.title.office) }

  /// What the gazetteer has for a mention, and how the words point to it.
  func listed(_ words: String) -> String? {
    guard case .thing(let thing, let kind)? = mention(words)?.reference else { return nil }
    return "\(Self.gazetteer.things[thing].id) by \(kind)"
  }

  /// The type that a head word gives a mention.
  func headType(_ words: String) -> String? {
    switch mention(words)?.reference {
    case .named(_, let type), .described(_, let type): return type
    default: return nil
    }
  }

  // MARK: Entities

  /// What the text names, as "type label", ascending.
  var entities: [String] {
    Set(document.mentions.map(\.entity)).map { document.entities[$0] }
      .map { "\($0.type) \($0.label)" }.sorted()
  }

  /// What a word or phrase names at each place where it stands, as "type label".
  func entities(of words: String) -> [String] {
    document.mentions.filter { table.phrase($0.mention.tokens) == words }
      .map { document.entities[$0.entity] }.map { "\($0.type) \($0.label)" }
  }

  /// All names of the entity of that label.
  func aliases(_ label: String) -> [String]? {
    document.entities.first { $0.label == label }?.aliases.sorted()
  }

  // MARK: Coreference

  /// The labels of what the first anaphor of those words stands for, ascending; nil where none is resolved.
  func antecedents(_ words: String) -> [String]? {
    antecedents { table.phrase($0.tokens) == words }
  }

  /// The labels of what the first anaphor that the word heads stands for, ascending.
  func antecedents(headedBy word: String) -> [String]? {
    antecedents { table.forms[$0.head] == word }
  }

  private func antecedents(where matches: (Anaphor) -> Bool) -> [String]? {
    document.anaphors.first(where: matches)?.entities.map { document.entities[$0].label }.sorted()
  }

  // MARK: Claims

  /// The relations that frames find, as "SOURCE relation TARGET status", in the order of the text.
  var claims: [String] { claims(by: .builtIn) }

  /// The same with other frames than the built-in ones.
  func claims(by library: FrameLibrary) -> [String] {
    ClaimFinder(
      library: library, ontology: .builtIn, gazetteer: Self.gazetteer, table: table,
      entities: document
    ).claims().map {
      "\(document.entities[$0.source].label) \($0.relation) \(document.entities[$0.target].label) "
        + $0.status.rawValue
    }
  }

  /// The offices that titles give, as "PERSON: [former] OFFICE of BODY".
  var tenures: [String] {
    offices.map {
      let body =
        switch $0.body {
        case .entity(let index): document.entities[index].label
        case .thing(let id): id.rawValue
        }
      return
        "\(document.entities[$0.person].label): \($0.isFormer ? "former " : "")\($0.office) of \(body)"
    }
  }

  /// The parties that titles, letters and appositions give, as "PERSON: PARTY".
  var memberships: [String] {
    members.map { "\(document.entities[$0.person].label): \($0.party)" }
  }
}
