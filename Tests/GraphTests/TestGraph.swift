import Graph
import TestSupport

/// Graphs in a few words, for tests.
enum TestGraph {
  /// A statement: who, what, whom, and what more there is to say.
  struct Statement {
    var source: String
    var type: String
    var target: String
    var status = Status.actual
    var office: String?
    var former = false
    var time: String?
    var sentence = "It was so."
    var start = 0
    var document = "a"
  }

  /// A graph of nodes, given as `"person/abe": "leader Shinzo Abe"`, and statements; each document
  /// names all.
  static func graph(
    _ nodes: [String: String], _ statements: [Statement], shuffled seed: UInt64? = nil
  ) -> KnowledgeGraph {
    let ids = Set(["a"] + statements.map(\.document))
    var documents = ids.map {
      SourceDocument(
        id: $0, path: "\($0).txt", published: TimeSpan(rawValue: "2014-09-27"),
        hash: "sha256:" + String(repeating: "0", count: 64))
    }
    var appearances: [(node: NodeID, appearance: Appearance)] = []
    for (id, text) in nodes {
      guard let id = NodeID(rawValue: id) else { continue }
      let words = text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
      let label = words.count > 1 ? String(words[1]) : ""
      let short = label.split(separator: " ").last.map(String.init) ?? label
      for document in ids {
        appearances.append(
          (
            id,
            Appearance(
              document: document, type: String(words[0]), label: label,
              aliases: id.nodeClass == "person" ? [short] : [],
              mentions: [Mention(start: 0, end: 1, line: 1, foundBy: "test")])
          ))
      }
    }
    var claims = statements.enumerated().compactMap { index, statement -> Claim? in
      guard let source = NodeID(rawValue: statement.source),
        let target = NodeID(rawValue: statement.target)
      else { return nil }
      return Claim(
        source: source, type: statement.type, target: target,
        evidence: Evidence(
          document: statement.document, start: statement.start, end: statement.start + 1, line: 1,
          text: statement.sentence, status: statement.status,
          time: statement.time.flatMap(TimeSpan.init(rawValue:)), office: statement.office,
          former: statement.former, frame: "test"))
    }
    if let seed {
      var random = SeededGenerator(seed: seed)
      documents.shuffle(using: &random)
      appearances.shuffle(using: &random)
      claims.shuffle(using: &random)
    }
    return KnowledgeGraph(documents: documents, appearances: appearances, claims: claims)
  }

  /// Two countries with their leaders and ministers, islands, a summit, and what happens among
  /// them.
  static func diplomacy(shuffled seed: UInt64? = nil) -> KnowledgeGraph {
    graph(
      [
        "person/shinzo-abe": "leader Shinzo Abe", "person/vladimir-putin": "leader Vladimir Putin",
        "person/fumio-kishida": "minister Fumio Kishida", "place/japan": "country Japan",
        "place/russia": "country Russia", "place/etorofu": "island Etorofu",
        "place/kunashiri": "island Kunashiri", "place/shikotan": "island Shikotan",
        "place/soviet-union": "country Soviet Union", "place/tokyo": "city Tokyo",
        "event/apec-2014": "event APEC summit in Beijing", "organization/nhk": "organization NHK",
      ],
      [
        .init(
          source: "person/shinzo-abe", type: "holds-office", target: "place/japan",
          office: "prime minister"),
        .init(
          source: "person/fumio-kishida", type: "holds-office", target: "place/japan",
          office: "foreign minister"),
        .init(
          source: "person/vladimir-putin", type: "holds-office", target: "place/russia",
          office: "president"),
        .init(source: "place/tokyo", type: "capital-of", target: "place/japan"),
        .init(
          source: "person/shinzo-abe", type: "meets", target: "person/vladimir-putin",
          time: "2013-04", sentence: "They met."),
        .init(
          source: "person/shinzo-abe", type: "meets", target: "person/vladimir-putin",
          status: .planned, time: "2014-11", sentence: "They will meet.", start: 40),
        .init(
          source: "person/shinzo-abe", type: "invites", target: "person/vladimir-putin",
          sentence: "Abe invited him.", start: 60),
        .init(
          source: "person/vladimir-putin", type: "visits", target: "place/japan",
          status: .postponed, start: 80),
        .init(
          source: "person/vladimir-putin", type: "attends", target: "event/apec-2014",
          status: .possible, start: 90),
        .init(
          source: "person/shinzo-abe", type: "attends", target: "event/apec-2014", status: .planned,
          start: 95),
        .init(source: "place/soviet-union", type: "seizes", target: "place/etorofu", start: 100),
        .init(source: "place/soviet-union", type: "seizes", target: "place/kunashiri", start: 100),
        .init(source: "place/soviet-union", type: "seizes", target: "place/shikotan", start: 100),
        .init(source: "place/japan", type: "sanctions", target: "place/russia", start: 120),
      ], shuffled: seed)
  }
}
