import Graph

/// Reads the graph that a command is given.
enum GraphFile {
  /// What the argument of such commands is called and told.
  static let help = "The graph: a graph.json, a DOT file, or - for standard input."

  /// The graph at `path`; what of the file it doesn't have is told on standard error.
  ///
  /// - Throws: `SchemaViolation` with the place of the trouble, `OutputFile.Failure` for what can't be read.
  static func graph(at path: String, ontology: Ontology) throws -> KnowledgeGraph {
    let reading = try GraphReader.graph(
      from: OutputFile.bytes(at: path), file: OutputFile.name(path), ontology: ontology)
    for note in reading.notes { Console.note(note) }
    return reading.graph
  }
}
