import Graph

/// Documents that name nodes and give them offices, in a few words.
struct Corpus {
  /// A document: its id, and what it names.
  struct Article {
    let id: String
    let names: [Name]
  }

  /// A name, with its type, an office and the country or body that it is an office of.
  struct Name {
    var label: String
    var type = "leader"
    var office: String?
    var of: String?
    var aliases: [String] = []

    static func person(_ label: String, aliases: [String] = []) -> Name {
      Name(label: label, type: "person", aliases: aliases)
    }
    static func body(_ label: String, of country: String? = nil, aliases: [String] = []) -> Name {
      Name(label: label, type: "organization", of: country, aliases: aliases)
    }
  }

  let articles: [Article]

  init(_ articles: [Article]) { self.articles = articles }

  /// Articles "a", "b", "c" ..., each with its names.
  init(_ articles: [Name]...) {
    self.articles = zip("abcdefghij", articles).map { Article(id: String($0), names: $1) }
  }

  /// The graph of all articles.
  func graph(_ rules: IdentityRules = IdentityRules()) -> KnowledgeGraph {
    KnowledgeGraph.merging(articles.map { Self.graph($0) }, rules: rules)
  }

  /// The graph of one article.
  static func graph(_ article: Article) -> KnowledgeGraph {
    var appearances: [(node: NodeID, appearance: Appearance)] = []
    var claims: [Claim] = []
    func add(_ label: String, _ type: String, _ aliases: [String], at start: Int) -> NodeID {
      let nodeClass = Ontology.builtIn.nodeType(type)?.nodeClass ?? type
      let id = NodeID(class: nodeClass, name: label)
      appearances.append(
        (
          id,
          Appearance(
            document: article.id, type: type, label: label, aliases: aliases,
            mentions: [Mention(start: start, end: start + 1, line: 1, foundBy: "test")])
        ))
      return id
    }
    for (start, name) in article.names.enumerated() {
      let id = add(name.label, name.type, name.aliases, at: start)
      guard let country = name.of else { continue }
      let target = add(country, "country", [], at: start)
      claims.append(
        Claim(
          source: id, type: id.nodeClass == "person" ? "holds-office" : "part-of", target: target,
          evidence: Evidence(
            document: article.id, start: start, end: start + 1, line: 1, text: "…",
            office: name.office, frame: "test")))
    }
    return KnowledgeGraph(
      documents: [SourceDocument(id: article.id, path: article.id + ".txt", hash: "")],
      appearances: appearances, claims: claims)
  }

  /// The ids of a class that the corpus's graph has.
  func nodes(_ nodeClass: String = "person", _ rules: IdentityRules = IdentityRules()) -> [String] {
    graph(rules).nodes.filter { $0.id.nodeClass == nodeClass }.map {
      String($0.id.rawValue.dropFirst(nodeClass.count + 1))
    }
  }
}
