import Knowledge
import Yams

/// The table of node types and relations: what may stand in a graph, and what it means.
///
/// Built in from `ontology.yaml`; a user's file adds to it or replaces entries.
public struct Ontology: Hashable, Sendable {
  /// A type of node.
  public struct NodeType: Hashable, Sendable {
    /// Its fixed name, such as `leader`.
    public let name: String
    /// The kind of thing it is: the first part of a node's id. One id keeps its class for ever, its type may change.
    public let nodeClass: String
    /// Where statements differ about one node, the type of the highest rank is the node's.
    public let rank: Int
    /// How a legend names it.
    public let label: String
  }

  /// A type of relation, with its signature.
  public struct RelationType: Hashable, Sendable {
    /// Its fixed name, such as `holds-office`.
    public let name: String
    /// The node types that its source may have.
    public let source: Set<String>
    /// The node types that its target may have.
    public let target: Set<String>
    /// Whether the two ends may be swapped without a change of meaning.
    public let isSymmetric: Bool
    /// Whether two statements of one happening must agree in topic, too.
    public let needsTopic: Bool
    /// Whether it tells a fact that holds, rather than something that happens.
    public let isStanding: Bool
    /// The PLOVER category, where there is one.
    public let plover: String?
    /// The nearest Wikidata property, where there is one.
    public let wikidata: String?
    /// How a drawing names it.
    public let label: String
    /// How a sentence names it, between its ends.
    public let phrase: String
  }

  /// The node types in the order of the file.
  public private(set) var nodeTypes: [NodeType]
  /// The relations in the order of the file.
  public private(set) var relationTypes: [RelationType]
  private var nodeTypeIndex: [String: Int] = [:]
  private var relationTypeIndex: [String: Int] = [:]
  private var groups: [String: [String]] = [:]
  /// For each relation, type of source and type of target, in the order of the lists, whether they go together.
  private var isAllowed: [Bool] = []

  /// The node type of that name.
  public func nodeType(_ name: String) -> NodeType? { nodeTypeIndex[name].map { nodeTypes[$0] } }
  /// The relation of that name.
  public func relationType(_ name: String) -> RelationType? {
    relationTypeIndex[name].map { relationTypes[$0] }
  }

  /// Whether `relation` may join a source and a target of these types; false for unknown names.
  public func allows(_ relation: String, from source: String, to target: String) -> Bool {
    guard let relation = relationTypeIndex[relation], let source = nodeTypeIndex[source],
      let target = nodeTypeIndex[target]
    else { return false }
    return isAllowed[(relation * nodeTypes.count + source) * nodeTypes.count + target]
  }

  /// Whether there is a relation of that name.
  func hasRelation(_ name: String) -> Bool { relationTypeIndex[name] != nil }

  /// The type that wins where two statements differ: the higher rank, then the smaller name.
  public func dominant(_ a: String, _ b: String) -> String {
    let ranks = (nodeType(a)?.rank ?? 0, nodeType(b)?.rank ?? 0)
    return ranks.0 != ranks.1 ? (ranks.0 > ranks.1 ? a : b) : min(a, b)
  }
}

extension Ontology {
  /// The ontology that is built in. Read once; the file is part of the program and was tested.
  public static let builtIn: Ontology = {
    guard let text = KnowledgeFile.named("ontology.yaml")?.text,
      let ontology = try? Ontology(yaml: text, file: "ontology.yaml")
    else { preconditionFailure("the built-in ontology is well-formed") }
    return ontology
  }()

  /// Reads an ontology.
  ///
  /// - Parameters:
  ///   - yaml: the file's text, in the form of the built-in `ontology.yaml`.
  ///   - file: the file's name, for messages.
  ///   - base: what it adds to.
  /// - Throws: `SchemaViolation` with the entry's place, where the text isn't such a file.
  public init(yaml: String, file: String, extending base: Ontology? = nil) throws(SchemaViolation) {
    self.nodeTypes = base?.nodeTypes ?? []
    self.relationTypes = base?.relationTypes ?? []
    self.groups = base?.groups ?? [:]
    let content: FileContent
    do {
      content = try YAMLDecoder().decode(FileContent.self, from: yaml)
    } catch {
      throw SchemaViolation(
        place: file, found: DecodingProblem.text(of: error), expected: "an ontology",
        remedy: "Compare with the output of 'graphgen ontology --format yaml'.")
    }
    for node in content.nodes ?? [] {
      let type = NodeType(
        name: node.name, nodeClass: node.class, rank: node.rank ?? 1, label: node.label ?? node.name
      )
      if let old = nodeTypes.firstIndex(where: { $0.name == type.name }) {
        nodeTypes[old] = type
      } else {
        nodeTypes.append(type)
      }
    }
    nodeTypeIndex = Dictionary(
      uniqueKeysWithValues: nodeTypes.enumerated().map { ($1.name, $0) })
    for (name, members) in content.groups ?? [:] { groups[name] = members }
    for relation in content.relations ?? [] {
      let place = "\(file): relation '\(relation.name)'"
      let type = RelationType(
        name: relation.name,
        source: try types(relation.source, at: place),
        target: try types(relation.target, at: place),
        isSymmetric: relation.symmetric ?? false,
        needsTopic: relation.identity?.contains("topic") ?? false,
        isStanding: relation.standing ?? false, plover: relation.plover,
        wikidata: relation.wikidata, label: relation.label ?? relation.name,
        phrase: relation.phrase ?? relation.label ?? relation.name)
      if let old = relationTypes.firstIndex(where: { $0.name == type.name }) {
        relationTypes[old] = type
      } else {
        relationTypes.append(type)
      }
    }
    relationTypeIndex = Dictionary(
      uniqueKeysWithValues: relationTypes.enumerated().map { ($1.name, $0) })
    isAllowed = relationTypes.flatMap { relation in
      nodeTypes.flatMap { source in
        nodeTypes.map { target in Self.fits(relation, from: source.name, to: target.name) }
      }
    }
  }

  /// Whether a relation's signature has room for a source and a target of these types.
  private static func fits(
    _ relation: RelationType, from source: String, to target: String
  ) -> Bool {
    relation.source.contains(source) && relation.target.contains(target)
      || relation.isSymmetric && relation.source.contains(target)
        && relation.target.contains(source)
  }

  /// The node types that a signature's names stand for, groups opened however deep they nest.
  ///
  /// `place` says where the names stand, for the message. Throws a `SchemaViolation` where a name is
  /// neither a node type nor a group.
  public func types(_ names: [String], at place: String) throws(SchemaViolation) -> Set<String> {
    var found: Set<String> = []
    var pending = names
    var opened: Set<String> = []
    while let name = pending.popLast() {
      if nodeTypeIndex[name] != nil {
        found.insert(name)
      } else if let members = groups[name] {
        if opened.insert(name).inserted { pending += members }
      } else {
        throw SchemaViolation(
          place: place, found: "'\(name)'", expected: "a node type or a group",
          remedy: "Declare it under 'nodes' or 'groups'.")
      }
    }
    return found
  }

  private struct FileContent: Decodable {
    struct Node: Decodable {
      let name: String
      let `class`: String
      let rank: Int?
      let label: String?
    }
    struct Relation: Decodable {
      let name: String
      let source: [String]
      let target: [String]
      let symmetric: Bool?
      let identity: [String]?
      let standing: Bool?
      let plover: String?
      let wikidata: String?
      let label: String?
      let phrase: String?
    }
    let nodes: [Node]?
    let groups: [String: [String]]?
    let relations: [Relation]?
  }
}
