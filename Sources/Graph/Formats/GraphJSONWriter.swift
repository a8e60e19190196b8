/// Writes `graph.json`: canonical, so that two equal graphs are equal files.
///
/// Keys and arrays stand in a fixed order, a document, node or edge on each line; what is empty is left
/// out; UTF-8 with a final newline. Appearances and evidence are the documents' own statements, with ids of
/// their own where their node has another; all else follows from them and from the rules.
public enum GraphJSONWriter {
  /// The version of the format that is written; a reader refuses any other.
  public static let version = 2

  /// The file's bytes.
  public static func bytes(of graph: KnowledgeGraph) -> [UInt8] {
    var bytes: [UInt8] = []
    write(graph) { bytes += $0 }
    return bytes
  }

  /// Writes the file to `sink`, in pieces of a few hundred kilobytes: no more than that is held at once.
  public static func write<Failure: Error>(
    _ graph: KnowledgeGraph, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var json = JSONText()
    func pass(_ json: inout JSONText) throws(Failure) {
      if json.bytes.count >= 1 << 18 { try sink(json.take()) }
    }
    json.raw("{\"format\": \"graphgen\", \"version\": ")
    json.number(version)
    if !graph.rules.isEmpty {
      json.raw(",\n \"rules\": ")
      write(&json, graph.rules)
    }
    json.raw(",\n \"documents\": ")
    try json.lines(graph.documents, write, pass: pass)
    json.raw(",\n \"nodes\": ")
    try json.lines(graph.nodes, write, pass: pass)
    json.raw(",\n \"edges\": ")
    let categories = Dictionary(
      graph.ontology.relationTypes.map { ($0.name, $0.plover) }, uniquingKeysWith: { a, _ in a })
    try json.lines(
      graph.edges, { write(&$0, $1, plover: categories[$1.type] ?? nil) }, pass: pass)
    if !graph.loops.isEmpty {
      json.raw(",\n \"loops\": ")
      try json.lines(graph.loops, { write(&$0, loop: $1) }, pass: pass)
    }
    json.raw("}\n")
    try sink(json.take())
  }

  static func write(_ json: inout JSONText, _ rules: IdentityRules) {
    json.object { members in
      for (key, entries) in [
        ("same", rules.same), ("different", rules.different), ("label", rules.labels),
        ("type", rules.types),
      ] as [(StaticString, [IdentityRules.Entry])] where !entries.isEmpty {
        members.array(key, entries) { json, entry in
          json.object { members in
            members.strings("names", entry.names)
            members.string("value", entry.value.isEmpty ? nil : entry.value)
            members.string("place", entry.place)
          }
        }
      }
    }
  }

  static func write(_ json: inout JSONText, loop claim: Claim) {
    json.object { members in
      members.string("source", claim.source.rawValue)
      members.string("type", claim.type)
      members.string("target", claim.target.rawValue)
      members.array("evidence", [claim.evidence]) { json, evidence in
        json.object { write(&$0, evidence) }
      }
    }
  }

  static func write(_ json: inout JSONText, _ document: SourceDocument) {
    json.object { members in
      members.string("id", document.id)
      members.string("path", document.path)
      members.string("title", document.title)
      members.string("published", document.published?.rawValue)
      members.string("source", document.source)
      members.string("url", document.url)
      members.string("hash", document.hash)
      if !document.readers.isEmpty {
        members.array("readers", document.readers) { $1.write(&$0) }
      }
    }
  }

  static func write(_ json: inout JSONText, _ node: Node) {
    json.object { members in
      members.string("id", node.id.rawValue)
      members.string("type", node.type)
      members.string("label", node.label)
      members.strings("aliases", node.aliases)
      members.strings("sameAs", node.sameAs)
      members.array("appearances", node.appearances) { write(&$0, $1) }
    }
  }

  static func write(_ json: inout JSONText, _ appearance: Appearance) {
    json.object { members in
      members.string("id", appearance.ownID?.rawValue)
      members.string("document", appearance.document)
      members.string("type", appearance.type)
      members.string("label", appearance.label)
      members.strings("aliases", appearance.aliases)
      members.strings("sameAs", appearance.sameAs)
      members.array("mentions", appearance.mentions) { json, mention in
        json.object { members in
          members.number("start", mention.start)
          members.number("end", mention.end)
          members.number("line", mention.line)
          members.string("foundBy", mention.foundBy)
        }
      }
    }
  }

  static func write(
    _ json: inout JSONText, _ edge: Edge, plover: String?
  ) {
    json.object { members in
      members.string("id", edge.id)
      members.string("source", edge.source.rawValue)
      members.string("type", edge.type)
      members.string("target", edge.target.rawValue)
      members.string("plover", plover)
      write(&members, factsOf: edge)
      members.array("evidence", edge.claims) { json, claim in
        json.object { members in
          // The ends as the document has them, where the edge's are others.
          if claim.source != edge.source || claim.target != edge.target {
            members.string("source", claim.source.rawValue)
            members.string("target", claim.target.rawValue)
          }
          write(&members, claim.evidence)
        }
      }
    }
  }

  /// What an edge tells of what it states, its ends and relation apart.
  static func write(_ members: inout JSONText.Members, factsOf edge: Edge) {
    members.string("status", edge.status.rawValue)
    members.string("time", edge.time?.rawValue)
    members.strings("place", edge.place.map(\.rawValue))
    members.strings("occasion", edge.occasion.map(\.rawValue))
    members.string("over", edge.over)
    members.string("topic", edge.topic)
    members.string("office", edge.office)
    members.flag("former", edge.former)
  }

  private static func write(_ members: inout JSONText.Members, _ evidence: Evidence) {
    members.string("document", evidence.document)
    members.number("start", evidence.start)
    members.number("end", evidence.end)
    members.number("line", evidence.line)
    members.string("text", evidence.text)
    members.string("status", evidence.status.rawValue)
    members.string("time", evidence.time?.rawValue)
    members.strings("place", evidence.place.map(\.rawValue))
    members.strings("occasion", evidence.occasion.map(\.rawValue))
    members.string("over", evidence.over)
    members.string("topic", evidence.topic)
    members.string("office", evidence.office)
    members.flag("former", evidence.former)
    members.string("attribution", evidence.attribution)
    members.string("frame", evidence.frame)
    members.string("trace", evidence.trace)
  }
}
