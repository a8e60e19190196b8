/// Why a graph says what it says of a node or an edge: every sentence behind it, with file, line and date.
public struct Explanation {
  /// Gives the sentence that holds a mention, where the document's text is at hand.
  public typealias SentenceSource = (_ document: SourceDocument, _ mention: Mention) -> String?

  private let graph: KnowledgeGraph
  private let documents: [String: SourceDocument]
  private let sentence: SentenceSource

  /// Explanations of a graph.
  ///
  /// `sentence` is asked for the sentence of each mention; edges carry theirs themselves.
  public init(_ graph: KnowledgeGraph, sentence: @escaping SentenceSource) {
    self.graph = graph
    self.sentence = sentence
    documents = Dictionary(
      graph.documents.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
  }

  /// The node: its names, where each document names it and what found it there, and its relations.
  public func text(of node: Node) -> String {
    var lines = ["\(node.label)  (\(node.type), \(node.id))"]
    if !node.aliases.isEmpty {
      lines.append("also called: " + node.aliases.joined(separator: "; "))
    }
    lines += identity(of: node)
    for appearance in node.appearances {
      guard let document = documents[appearance.document] else { continue }
      let count = appearance.mentions.count
      lines.append("")
      lines.append(
        "named \(count == 1 ? "once" : "\(count) times") as \(appearance.type) in \(name(document))"
      )
      var shown: String?
      for mention in appearance.mentions {
        let words = sentence(document, mention)
        let place = "  \(document.path):\(mention.line): [\(mention.foundBy)]"
        lines.append(words == nil || words == shown ? place : "\(place) \(oneLine(words ?? ""))")
        shown = words
      }
    }
    let edges = graph.edges.filter { $0.source == node.id || $0.target == node.id }
    for edge in edges {
      lines.append("")
      lines.append(text(of: edge))
    }
    return lines.joined(separator: "\n")
  }

  /// Which names of which documents are this node and by which rule, and which may be, and were left apart.
  private func identity(of node: Node) -> [String] {
    var lines: [String] = []
    var names: [String: [String]] = [:]
    for appearance in node.appearances {
      let local = Resolution.Local(
        document: appearance.document, id: appearance.ownID ?? node.id)
      let rule = graph.resolution.rules[local]
      let plain = node.id.nodeClass == "person" ? "full name" : "name"
      // Where nothing but equal names was joined, the list of documents below says it all.
      if rule == nil, appearance.ownID != nil || node.appearances.allSatisfy({ $0.ownID == nil }) {
        continue
      }
      names["'\(appearance.label)'|\(rule ?? plain)", default: []].append(path(appearance.document))
    }
    for (key, documents) in names.sorted(by: { $0.key.utf8Precedes($1.key) }) {
      let parts = key.split(separator: "|", maxSplits: 1)
      lines.append("joined \(parts[0]) in \(some(documents)): \(parts[1])")
    }
    let open = graph.resolution.ambiguities.filter { ambiguity in
      graph.resolution.node(ambiguity.local.id, in: ambiguity.local.document) == node.id
        || ambiguity.candidates.contains(node.id)
    }
    return lines + open.map { text(of: $0) }
  }

  /// "'Bush' in a.txt could be George H. W. Bush or George W. Bush: left apart".
  public func text(of ambiguity: Resolution.Ambiguity) -> String {
    let candidates = ambiguity.candidates.map { label($0.rawValue) }
    return "'\(ambiguity.name)' in \(path(ambiguity.local.document)) could be "
      + candidates.joined(separator: " or ") + ": left apart"
  }

  /// The first few of them, and how many more.
  private func some(_ documents: [String]) -> String {
    let shown = documents.count > 4 ? 3 : documents.count
    let rest = documents.count > shown ? " and \(documents.count - shown) more" : ""
    return documents.prefix(shown).joined(separator: ", ") + rest
  }

  private func path(_ document: String) -> String { documents[document]?.path ?? document }

  /// The edge: what it says, then each sentence with its own status, time, speaker and frame.
  public func text(of edge: Edge) -> String {
    var lines = [headline(edge)]
    for evidence in edge.evidence {
      guard let document = documents[evidence.document] else { continue }
      let qualifiers = [
        "status \(evidence.status.rawValue)", evidence.time.map { "time \($0)" },
        evidence.place.isEmpty ? nil : "at " + labels(evidence.place),
        evidence.occasion.isEmpty ? nil : "on occasion of " + labels(evidence.occasion),
        evidence.over.map { "over \(label($0))" }, evidence.topic.map { "topic \($0)" },
        evidence.office.map { "office \(evidence.former ? "former " : "")\($0)" },
        evidence.attribution.map { "says \(label($0))" }, "frame \(evidence.frame)",
      ].compactMap(\.self)
      lines.append("  \(document.path):\(evidence.line): \(oneLine(evidence.text))")
      lines.append("    \(published(document)); \(qualifiers.joined(separator: "; "))")
      if let trace = evidence.trace { lines.append("    \(trace)") }
    }
    return lines.joined(separator: "\n")
  }

  private func headline(_ edge: Edge) -> String {
    let details = [
      edge.status.rawValue, edge.time?.rawValue,
      edge.office.map { (edge.former ? "former " : "") + $0 },
    ].compactMap(\.self)
    return "\(label(edge.source.rawValue)) \(edge.type) \(label(edge.target.rawValue))"
      + "  (\(details.joined(separator: ", ")); edge \(edge.id))"
  }

  private func name(_ document: SourceDocument) -> String {
    "\(document.path) (\(published(document)))"
  }

  private func published(_ document: SourceDocument) -> String {
    document.published.map { "published \($0)" } ?? "undated"
  }

  private func labels(_ ids: [NodeID]) -> String {
    ids.map { label($0.rawValue) }.joined(separator: " or ")
  }

  /// The label of the node of that id; words that are no id stay.
  private func label(_ text: String) -> String {
    NodeID(rawValue: text).flatMap { graph.node($0)?.label } ?? text
  }

  private func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
