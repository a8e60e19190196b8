extension GraphRecord.Edge {
  /// Reads an edge, and adds its claims to `claims`.
  ///
  /// - Throws: where it isn't of this form, or has no evidence.
  init(
    from json: inout JSONScanner, named what: String, into claims: inout [Claim]
  ) throws(SchemaViolation) {
    let start = json.offset
    var (id, type): (String?, String?)
    var (source, target): (NodeID?, NodeID?)
    /// Where the evidence stands, if that is before what it is evidence of.
    var waiting: Int?
    var added: Range<Int>?
    try json.beginObject(what)
    while let key = try json.nextMember() {
      switch key {
      case "id": id = try json.string()
      case "source": source = try json.nodeID()
      case "type": type = try json.repeated()
      case "target": target = try json.nodeID()
      case "evidence":
        if let source, let type, let target {
          added = try Self.claims(&json, source, type, target, into: &claims)
        } else {
          waiting = json.offset
          try json.skip()
        }
      default: try json.skip()
      }
    }
    offset = start
    self.id = what == "an edge" ? try json.present(id, "id", of: start) : ""
    self.source = try json.present(source, "source", of: start)
    self.type = try json.present(type, "type", of: start)
    self.target = try json.present(target, "target", of: start)
    if let waiting {
      let end = json.offset
      json.offset = waiting
      added = try Self.claims(&json, self.source, self.type, self.target, into: &claims)
      json.offset = end
    }
    self.claims = try json.present(added, "evidence", of: start)
    guard !self.claims.isEmpty else {
      throw json.violation(
        at: start, found: "no evidence", expected: "a sentence at least",
        remedy: "Remove the edge, or give the sentence that states it.")
    }
  }

  private static func claims(
    _ json: inout JSONScanner, _ source: NodeID, _ type: String, _ target: NodeID,
    into claims: inout [Claim]
  ) throws(SchemaViolation) -> Range<Int> {
    let first = claims.count
    try json.beginList()
    while try json.nextElement() {
      claims.append(try claim(&json, source, type, target))
    }
    return first..<claims.count
  }

  /// The claim that the evidence makes: with its own ends where it has any, else with the edge's.
  private static func claim(
    _ json: inout JSONScanner, _ source: NodeID, _ type: String, _ target: NodeID
  ) throws(SchemaViolation) -> Claim {
    let place = json.offset
    var claim = Claim(
      source: source, type: type, target: target,
      evidence: Evidence(document: "", start: 0, end: 0, line: 0, text: "", frame: ""))
    var (document, text, frame): (String?, String?, String?)
    var (first, last, number): (Int?, Int?, Int?)
    var status: Status?
    try json.beginObject("a sentence")
    while let key = try json.nextMember() {
      switch key {
      case "document": document = try json.repeated()
      case "start": first = try json.integer()
      case "end": last = try json.integer()
      case "line": number = try json.integer()
      case "text": text = try json.string()
      case "status": status = try json.status()
      case "frame": frame = try json.repeated()
      case "trace": claim.evidence.trace = try json.string()
      case "time": claim.evidence.time = try json.timeSpan()
      case "place": claim.evidence.place = try json.nodeIDs()
      case "occasion": claim.evidence.occasion = try json.nodeIDs()
      case "over": claim.evidence.over = try json.repeated()
      case "topic": claim.evidence.topic = try json.repeated()
      case "office": claim.evidence.office = try json.repeated()
      case "former": claim.evidence.former = try json.flag()
      case "attribution":
        claim.evidence.attribution = try json.repeated()
      case "source": claim.source = try json.nodeID()
      case "target": claim.target = try json.nodeID()
      default: try json.skip()
      }
    }
    claim.evidence.document = try json.present(document, "document", of: place)
    claim.evidence.start = try json.present(first, "start", of: place)
    claim.evidence.end = try json.present(last, "end", of: place)
    claim.evidence.line = try json.present(number, "line", of: place)
    claim.evidence.text = try json.present(text, "text", of: place)
    claim.evidence.status = try json.present(status, "status", of: place)
    claim.evidence.frame = try json.present(frame, "frame", of: place)
    return claim
  }
}

extension JSONScanner {
  fileprivate mutating func status() throws(SchemaViolation) -> Status {
    let start = offset
    let text = try repeated()
    guard let status = Status(rawValue: text) else {
      throw violation(
        at: start, found: "'\(text)'",
        expected: "one of \(Status.allCases.map(\.rawValue).joined(separator: ", "))", remedy: "")
    }
    return status
  }

  fileprivate mutating func nodeIDs() throws(SchemaViolation) -> [NodeID] {
    try list { json throws(SchemaViolation) in try json.nodeID() }
  }
}
