/// The form of `graph.json`, as a decoder sees it.
struct HeaderRecord: Decodable {
  let format: String?
  let version: Int?
}

struct GraphRecord: Decodable {
  struct Document: Decodable {
    let id: String
    let path: String
    let title: String?
    let published: String?
    let source: String?
    let url: String?
    let hash: String

    func document(at place: String) throws(SchemaViolation) -> SourceDocument {
      SourceDocument(
        id: id, path: path, title: title, published: try timeSpan(published, at: place),
        source: source, url: url, hash: hash)
    }
  }

  struct Mention: Decodable {
    let start: Int
    let end: Int
    let line: Int
    let foundBy: String
  }

  struct Appearance: Decodable {
    let id: String?
    let document: String
    let type: String
    let label: String
    let aliases: [String]?
    let sameAs: [String]?
    let mentions: [Mention]

    var value: Graph.Appearance {
      Graph.Appearance(
        document: document, type: type, label: label, aliases: aliases ?? [], sameAs: sameAs ?? [],
        mentions: mentions.map {
          Graph.Mention(start: $0.start, end: $0.end, line: $0.line, foundBy: $0.foundBy)
        })
    }
  }

  struct Node: Decodable {
    let id: String
    let type: String
    let label: String
    let appearances: [Appearance]
  }

  struct Evidence: Decodable {
    let source: String?
    let target: String?
    let document: String
    let start: Int
    let end: Int
    let line: Int
    let text: String
    let status: String
    let time: String?
    let place: [String]?
    let occasion: [String]?
    let over: String?
    let topic: String?
    let office: String?
    let former: Bool?
    let attribution: String?
    let frame: String
    /// Files of older versions have none.
    let trace: String?

    func value(at place: String) throws(SchemaViolation) -> Graph.Evidence {
      guard let status = Status(rawValue: status) else {
        throw SchemaViolation(
          place: "\(place).status", found: "'\(self.status)'",
          expected: "one of \(Status.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      return Graph.Evidence(
        document: document, start: start, end: end, line: line, text: text, status: status,
        time: try timeSpan(time, at: "\(place).time"),
        place: try nodeIDs(self.place, at: "\(place).place"),
        occasion: try nodeIDs(occasion, at: "\(place).occasion"), over: over, topic: topic,
        office: office, former: former ?? false, attribution: attribution, frame: frame,
        trace: trace)
    }
  }

  struct Edge: Decodable {
    let id: String
    let source: String
    let type: String
    let target: String
    let evidence: [Evidence]
  }

  struct Loop: Decodable {
    let source: String
    let type: String
    let target: String
    let evidence: [Evidence]
  }

  struct Rules: Decodable {
    struct Entry: Decodable {
      let names: [String]
      let value: String?
      let place: String
    }

    let same: [Entry]?
    let different: [Entry]?
    let label: [Entry]?
    let type: [Entry]?

    func value(in file: String) throws(SchemaViolation) -> IdentityRules {
      let entries = { (records: [Entry]?) in
        (records ?? []).map {
          IdentityRules.Entry(names: $0.names, value: $0.value ?? "", place: $0.place)
        }
      }
      guard
        ((same ?? []) + (different ?? []) + (label ?? []) + (type ?? [])).allSatisfy({
          !$0.names.isEmpty
        })
      else {
        throw SchemaViolation(
          place: "\(file): rules", found: "a rule without names", expected: "a name or an id")
      }
      return IdentityRules(
        same: entries(same), different: entries(different), labels: entries(label),
        types: entries(type))
    }
  }

  let documents: [Document]
  let nodes: [Node]
  let edges: [Edge]
  let loops: [Loop]?
  let rules: Rules?
}

func nodeID(_ text: String, at place: String) throws(SchemaViolation) -> NodeID {
  guard let id = NodeID(rawValue: text) else {
    throw SchemaViolation(
      place: place, found: "'\(text)'", expected: "class and name, as in 'person/vladimir-putin'")
  }
  return id
}

private func nodeIDs(_ texts: [String]?, at place: String) throws(SchemaViolation) -> [NodeID] {
  var ids: [NodeID] = []
  for text in texts ?? [] { ids.append(try nodeID(text, at: place)) }
  return ids
}

private func timeSpan(_ text: String?, at place: String) throws(SchemaViolation) -> TimeSpan? {
  guard let text else { return nil }
  guard let time = TimeSpan(rawValue: text) else {
    throw SchemaViolation(
      place: place, found: "'\(text)'",
      expected: "an ISO 8601 date or interval, as '2014-11' or '2014-11-10/2014-11-11'")
  }
  return time
}
