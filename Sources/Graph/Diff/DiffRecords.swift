/// Writes a diff for programs: as the file that `graphgen patch` reads, or as JSON Lines.
///
/// Each change is an object with its `kind` (article, reader, rule, node, relation) and `change` first. Nodes and relations
/// are told by `old` and `new`, what of them differs by `fields`; sentences by `gained` and `lost`; `causes` name
/// articles and rules.
public struct DiffRecords: Sendable {
  private let diff: GraphDiff

  /// A writer of the diff.
  public init(_ diff: GraphDiff) { self.diff = diff }

  /// A file that holds all: see `PatchJSON`. The patch in it is whole, whatever a filter has taken from the changes.
  public func json() -> [UInt8] { PatchJSON.bytes(of: diff.patch, changes: lines) }

  /// An object a line for each change.
  public func ndjson() -> [UInt8] {
    var json = JSONText()
    for line in lines {
      json.append(line)
      json.raw("\n")
    }
    return json.bytes
  }

  private var lines: [JSONText] {
    diff.documents.map { change in
      line("article", change.kind.rawValue) { members in
        document(&members, "old", change.old)
        document(&members, "new", change.new)
      }
    }
      + diff.readings.map { change in
        line("reader", "changed") { members in
          parts(&members, change.parts)
          members.strings("documents", change.documents)
        }
      }
      + diff.rules.map { change in
        line("rule", change.isAdded ? "added" : "removed") { members in
          members.string("rule", change.key)
          members.strings("names", change.entry.names)
          members.string("value", change.entry.value.isEmpty ? nil : change.entry.value)
          members.string("place", change.entry.place)
        }
      } + diff.nodes.map(line) + diff.edges.map(line)
  }

  private func line(
    _ kind: String, _ change: String, _ more: (inout JSONText.Members) -> Void
  ) -> JSONText {
    var json = JSONText()
    json.object { members in
      members.string("kind", kind)
      members.string("change", change)
      more(&members)
    }
    return json
  }

  private func document(
    _ members: inout JSONText.Members, _ name: StaticString, _ document: SourceDocument?
  ) {
    guard let document else { return }
    members.value(name) { GraphJSONWriter.write(&$0, document) }
  }

  private func line(_ change: NodeChange) -> JSONText {
    line("node", change.kind.rawValue) { members in
      for (name, nodes) in [("old", change.old), ("new", change.new)] as [(StaticString, [Node])]
      where !nodes.isEmpty {
        members.array(name, nodes) { json, node in
          json.object { members in
            members.string("id", node.id.rawValue)
            members.string("type", node.type)
            members.string("label", node.label)
          }
        }
      }
      fields(&members, change.fields)
      members.strings("gained", change.gained)
      members.strings("lost", change.lost)
      causes(&members, change.causes)
    }
  }

  private func line(_ change: EdgeChange) -> JSONText {
    line("relation", change.kind.rawValue) { members in
      edge(&members, "old", change.old)
      edge(&members, "new", change.new)
      fields(&members, change.fields)
      for (name, evidence) in [
        ("gained", change.gained), ("lost", change.lost),
      ] as [(StaticString, [Evidence])] where !evidence.isEmpty {
        members.array(name, evidence, sentence)
      }
      if !change.before.isEmpty { members.strings("before", change.before.map(\.id)) }
      if !change.contradictions.isEmpty {
        members.array("contradictions", change.contradictions) { json, found in
          json.object { members in
            members.value("earlier") { sentence(&$0, found.earlier) }
            members.value("later") { sentence(&$0, found.later) }
          }
        }
      }
      causes(&members, change.causes)
    }
  }

  private func edge(_ members: inout JSONText.Members, _ name: StaticString, _ edge: Edge?) {
    guard let edge else { return }
    members.value(name) { json in
      json.object { members in
        members.string("id", edge.id)
        members.string("source", edge.source.rawValue)
        members.string("type", edge.type)
        members.string("target", edge.target.rawValue)
        GraphJSONWriter.write(&members, factsOf: edge)
      }
    }
  }

  private func sentence(_ json: inout JSONText, _ evidence: Evidence) {
    json.object { members in
      members.string("document", evidence.document)
      members.number("line", evidence.line)
      members.string("text", evidence.text)
      members.string("status", evidence.status.rawValue)
      members.string("time", evidence.time?.rawValue)
    }
  }

  private func fields(_ members: inout JSONText.Members, _ fields: [FieldChange]) {
    guard !fields.isEmpty else { return }
    members.array("fields", fields) { json, field in
      json.object { members in
        members.string("field", field.field.rawValue)
        members.string("old", field.old)
        members.string("new", field.new)
      }
    }
  }

  private func parts(_ members: inout JSONText.Members, _ parts: [ReadingChange.Part]) {
    guard !parts.isEmpty else { return }
    members.array("reader", parts) { json, part in
      json.object { members in
        members.string("part", part.part.rawValue)
        members.string("old", part.old)
        members.string("new", part.new)
      }
    }
  }

  private func causes(_ members: inout JSONText.Members, _ causes: [Cause]) {
    members.array("causes", causes) { json, cause in
      json.object { members in
        switch cause {
        case .document(let change):
          members.string("kind", "article")
          members.string("change", change.kind.rawValue)
          members.string("document", change.id)
          members.string("old", change.old?.hash)
          members.string("new", change.new?.hash)
          parts(&members, change.reading)
        case .rule(let change):
          members.string("kind", "rule")
          members.string("change", change.isAdded ? "added" : "removed")
          members.string("place", change.entry.place)
        case .others: members.string("kind", "others")
        }
      }
    }
  }
}
