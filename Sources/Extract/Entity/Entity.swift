import Graph
import Language

/// What co-referring mentions name inside one document.
struct Entity: Sendable {
  let id: NodeID
  /// The node type that the document gives it.
  var type: String
  /// The fullest proper name.
  var label: String
  /// Every proper name that the document uses.
  var aliases: Set<String>
  /// The thing of the gazetteer that it is.
  var thing: Int?
  /// Whether a title in the text, rather than a list, told the type.
  var hasTitle = false
}

/// A mention with the entity that it names.
struct ResolvedMention: Sendable {
  let mention: EntityMention
  /// The entity's index in the document's list.
  let entity: Int
  /// What found it, with the step that resolved it.
  let foundBy: String
  /// The offices that it states: see `EntityMention.TitleUse`.
  var titles: [EntityMention.TitleUse] { mention.titles }
}

/// The entities of a document with their mentions.
struct DocumentEntities: Sendable {
  var entities: [Entity] = []
  /// In the order of the text.
  var mentions: [ResolvedMention] = []
  /// What stands for them without naming them, in the order of the text.
  var anaphors: [Anaphor] = []
  /// The countries that institutions act for, both by index.
  var actingFor: [Int: Int] = [:]
  /// The country that a person speaks for by an office, both by index.
  var serving: [Int: Int] = [:]
  /// The state that published the document, if one did.
  var publisher: NodeID?

  /// The entities that each anaphor's head stands for, by that token.
  var anaphorsByHead: [Int: [Int]] {
    Dictionary(anaphors.map { ($0.head, $0.entities) }, uniquingKeysWith: { first, _ in first })
  }

  /// The index of the entity of that id.
  func index(of id: NodeID) -> Int? { entities.firstIndex { $0.id == id } }
}
