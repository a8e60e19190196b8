import ArgumentParser
import Extract
import Graph
import Language

/// `graphgen explain`: the sentences behind a node or an edge.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Tell every sentence behind a node or a relation.",
    discussion: """
      EXAMPLES
        graphgen explain output/graph.json Putin
        graphgen explain output/graph.json Japan Russia
        graphgen explain output/graph.json Abe meets Putin
        graphgen explain output/graph.json 5b1f0c2d9e8a7f63

      A node is named by its id, its label or an alias; an edge by its id, or by two nodes with or \
      without the relation between them, in either order. Sentences that merely name a node are read again from the \
      articles, where these stand unchanged at the paths that the graph tells.
      """)

  @Argument(
    help: ArgumentHelp(GraphFile.help, valueName: "graph"))
  var file: String

  @Argument(
    help: ArgumentHelp(
      "A node; or two nodes; or a node, a relation, a node; or an edge's id.", valueName: "what"))
  var what: [String]

  @OptionGroup var ontology: OntologyOption

  func validate() throws {
    guard (1...3).contains(what.count) else {
      throw ValidationError("found \(what.count) names; expected one to three.")
    }
  }

  func run() throws {
    let graph = try GraphFile.graph(at: file, ontology: ontology.ontology())
    let sentences = SentenceReader()
    let explanation = Explanation(graph) { sentences.sentence(in: $0, holding: $1) }
    let text: String
    if what.count == 1 {
      if let edge = graph.edges.first(where: { $0.id == what[0] }) {
        text = explanation.text(of: edge)
      } else {
        let id = try node(in: graph)
        guard let node = graph.node(id) else { return }
        text = explanation.text(of: node)
      }
    } else {
      text = try edges(in: graph).map(explanation.text(of:)).joined(separator: "\n\n")
    }
    print(text)
  }

  /// The node that is named; what looks like an edge's id and names no node is told as such.
  private func node(in graph: KnowledgeGraph) throws(ViewError) -> NodeID {
    do {
      return try NodeLookup(graph).node(named: what[0])
    } catch .unknownNode where Edge.isID(what[0]) {
      throw .unknownEdge(id: what[0])
    }
  }

  /// The edges between the two nodes that are named, of the relation where one is.
  private func edges(in graph: KnowledgeGraph) throws(ViewError) -> [Edge] {
    let relation = what.count == 3 ? what[1] : nil
    if let relation { try graph.ontology.checkRelation(relation) }
    let lookup = NodeLookup(graph)
    let ends: Set = [
      try lookup.node(named: what[0]), try lookup.node(named: what[what.count - 1]),
    ]
    let found = graph.edges.filter {
      Set([$0.source, $0.target]) == ends && (relation == nil || $0.type == relation)
    }
    guard !found.isEmpty else {
      throw .noEdge(between: ends.sorted(), relation: relation)
    }
    return found
  }
}

/// Reads articles again, to show the sentences that name a node.
private final class SentenceReader {
  private var texts: [String: AnnotatedText?] = [:]

  /// The sentence of the mention; nil where the article isn't there any more, or not the same.
  func sentence(in document: SourceDocument, holding mention: Mention) -> String? {
    guard let text = text(of: document) else { return nil }
    var low = 0
    var high = text.sentenceCount
    while low < high {
      let middle = (low + high) / 2
      if text.sentence(middle).range.end <= mention.start {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < text.sentenceCount, text.sentence(low).range.start <= mention.start else {
      return nil
    }
    return text.sentence(low).string
  }

  private func text(of document: SourceDocument) -> AnnotatedText? {
    if let known = texts[document.id] { return known }
    let corpus = try? CorpusReader.read([document.path])
    let article = corpus?.documents.first { $0.hash == document.hash }
    let text = article.map {
      Annotator().annotate(
        $0.text, paragraphs: $0.blocks.filter(\.role.states).map(\.range))
    }
    texts[document.id] = text
    return text
  }
}
