public import Graph

/// Graphs for property tests: sound ones, with names and sentences that are hard to write down.
public enum RandomGraph {
  /// A graph of up to `documents` documents that name some of a dozen nodes and state relations of them.
  ///
  /// Graphs of different seeds share documents, nodes and claims, so that merging them is no mere listing.
  public static func make(seed: UInt64, documents: Int = 4) -> KnowledgeGraph {
    var generator = SeededGenerator(seed: seed)
    var sources: [SourceDocument] = []
    var appearances: [(node: NodeID, appearance: Appearance)] = []
    var claims: [Claim] = []
    for number in 0..<documents where Bool.random(using: &generator) {
      let document = "d\(number)"
      sources.append(
        SourceDocument(
          id: document, path: "\(document).txt", title: titles[number % titles.count],
          published: TimeSpan(rawValue: "201\(number)-0\(number + 1)-01"), hash: "sha256:\(number)",
          readers: readers(seed: seed, document: number)))
      var here: [(id: NodeID, type: String)] = []
      for (id, types) in nodes where Int.random(in: 0..<3, using: &generator) > 0 {
        let type = types.randomElement(using: &generator) ?? types[0]
        here.append((id, type))
        let start = Int.random(in: 0..<500, using: &generator)
        appearances.append(
          (
            id,
            Appearance(
              document: document, type: type,
              label: titles.randomElement(using: &generator) ?? "",
              aliases: [titles[number % titles.count]],
              mentions: [Mention(start: start, end: start + 5, line: 1, foundBy: "test")])
          ))
      }
      for _ in 0..<12 {
        guard let a = here.randomElement(using: &generator),
          let b = here.randomElement(using: &generator), a.id != b.id,
          let relation = Ontology.builtIn.relationTypes.randomElement(using: &generator),
          Ontology.builtIn.allows(relation.name, from: a.type, to: b.type)
        else { continue }
        claims.append(
          Claim(
            source: a.id, type: relation.name, target: b.id,
            evidence: evidence(document, using: &generator)))
      }
    }
    return KnowledgeGraph(documents: sources, appearances: appearances, claims: claims)
  }

  /// None, one or two.
  private static func readers(seed: UInt64, document: Int) -> [Reader] {
    (0..<(Int(seed % 7) + document) % 3).map { number in
      Reader([(.engine, "0.\(seed % 2).\(number)"), (.frames, "f\(document % 2)")])
    }
  }

  private static func evidence(
    _ document: String, using generator: inout SeededGenerator
  ) -> Evidence {
    let start = Int.random(in: 0..<40, using: &generator) * 10
    return Evidence(
      document: document, start: start, end: start + 9, line: start / 10 + 1,
      text: titles.randomElement(using: &generator) ?? "",
      status: Status.allCases.randomElement(using: &generator) ?? .actual,
      time: times.randomElement(using: &generator).flatMap { $0.flatMap(TimeSpan.init) },
      place: Bool.random(using: &generator) ? [nodes[5].id] : [],
      topic: Bool.random(using: &generator) ? "tariffs" : nil,
      office: Bool.random(using: &generator) ? "envoy" : nil,
      former: Bool.random(using: &generator), frame: "test")
  }

  private static let times = [
    nil, "2014", "2014-11", "2014-11-10", "2014-11-10/2014-11-11", "2013-09", "2012-12/..",
  ]

  private static let nodes: [(id: NodeID, types: [String])] = [
    (NodeID(class: "person", name: "Ann Lee"), ["leader", "minister", "person"]),
    (NodeID(class: "person", name: "Bo Diaz"), ["official", "person"]),
    (NodeID(class: "person", name: "Žofie Nová"), ["leader"]),
    (NodeID(class: "place", name: "Arland"), ["country"]),
    (NodeID(class: "place", name: "Borovia"), ["country", "region"]),
    (NodeID(class: "place", name: "Port Cale"), ["city"]),
    (NodeID(class: "place", name: "Gull Rocks"), ["island"]),
    (NodeID(class: "organization", name: "Harbour Council"), ["organization"]),
    (NodeID(class: "event", name: "Cale summit"), ["event"]),
  ]

  /// Strings that trouble writers: quotes, backslashes, control characters, markup, other scripts.
  public static let titles = [
    "Ann \"the Lee\" Lee", "back\\slash \\n \\", "two\nlines\tand a tab", "<b>bold</b> & co",
    "東京 и Москва", "e\u{301}toile", "\u{1}\u{7f}\u{2028}", "{record|<port>}", "plain",
  ]
}
