/// How changes are told in words.
struct DiffWords {
  let diff: GraphDiff
  let sentences: Int
  private let documents: [String: SourceDocument]
  /// As they were.
  private let oldDocuments: [String: SourceDocument]
  /// Where everything comes of one article, that.
  let onlyDocument: DocumentChange?

  init(_ diff: GraphDiff, sentences: Int) {
    self.diff = diff
    self.sentences = sentences
    documents = diff.difference.documents
    oldDocuments = Dictionary(
      diff.difference.removed.documents.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    let hasOthers = !diff.rules.isEmpty || !diff.readings.isEmpty
    onlyDocument = hasOthers || diff.documents.count != 1 ? nil : diff.documents.first
  }

  // MARK: - Summary

  /// "2 articles added", "5 nodes added, 1 renamed", "12 relations added, 3 changed", "2 contradictions" ...
  var summary: [String] {
    [
      Self.figures(
        "article", DocumentChange.Kind.allCases.map(\.rawValue), diff.documents.map(\.kind.rawValue)
      ),
      reread,
      Self.figures(
        "rule", ["added", "removed"], diff.rules.map { $0.isAdded ? "added" : "removed" }),
      Self.figures(
        "node", NodeChange.Kind.allCases.filter { $0 != .evidence }.map(\.rawValue),
        diff.nodes.map(\.kind.rawValue)),
      Self.figures(
        "relation", EdgeChange.Kind.allCases.filter { $0 != .evidence }.map(\.rawValue),
        diff.edges.map(\.kind.rawValue)),
      Self.figures(
        "relation", ["with other evidence only"],
        diff.edges.filter { $0.kind == .evidence }.map { _ in "with other evidence only" }),
      contradictions,
    ].compactMap(\.self)
  }

  /// "5 articles read with other frames".
  private var reread: String? {
    diff.readings.isEmpty
      ? nil
      : diff.readings.map { "\(Count.of($0.documents.count, "article")) \(Self.phrase($0))" }
        .joined(separator: ", ")
  }

  private var contradictions: String? {
    let count = diff.edges.map(\.contradictions.count).reduce(0, +)
    return count == 0 ? nil : Count.of(count, "contradiction")
  }

  private static func figures(_ noun: String, _ kinds: [String], _ found: [String]) -> String? {
    let counts = kinds.map { kind in (kind, found.filter { $0 == kind }.count) }.filter { $0.1 > 0 }
    guard let first = counts.first else { return nil }
    return
      ([Count.of(first.1, noun) + " " + first.0] + counts.dropFirst().map { "\($0.1) \($0.0)" })
      .joined(separator: ", ")
  }

  // MARK: - Documents and rules

  func item(_ change: DocumentChange) -> DiffOutline.Item {
    let document = change.document
    let title = [document?.published.map { "\($0)" }, document?.title].compactMap(\.self)
    let path = document?.path ?? change.id
    let text = ([path] + title).joined(separator: "  ")
    switch change.kind {
    case .added: return DiffOutline.Item(sign: .added, text: text)
    case .removed: return DiffOutline.Item(sign: .removed, text: text)
    case .edited:
      return DiffOutline.Item(
        sign: .changed, text: text + " (\(Self.remark(change)))", details: descriptions(change))
    case .described:
      return DiffOutline.Item(sign: .changed, text: text, details: descriptions(change))
    case .corrected:
      return DiffOutline.Item(
        sign: .changed, text: text + " (unchanged; what it says was corrected by hand)",
        details: descriptions(change))
    case .reread:
      return DiffOutline.Item(
        sign: .changed, text: text + " (unchanged; \(Self.remark(change)))",
        details: descriptions(change))
    }
  }

  /// "edited, and read with other frames", "read with other frames".
  static func remark(_ change: DocumentChange) -> String {
    let reading = change.reading
    if change.kind == .edited {
      return reading.isEmpty ? "edited" : "edited, and read " + ReadingChange.Part.phrase(reading)
    }
    if !reading.isEmpty { return "read " + ReadingChange.Part.phrase(reading) }
    return change.hasReaders
      ? "read by another build of one version, or corrected by hand"
      : "read by another graphgen, or with other knowledge"
  }

  /// "read with other frames".
  private static func phrase(_ change: ReadingChange) -> String {
    switch change.record {
    case .new: "with a reader on record now, and none before"
    case .old: "with no reader on record any more"
    case .both:
      change.parts.isEmpty
        ? "read by the same readers otherwise" : "read " + ReadingChange.Part.phrase(change.parts)
    }
  }

  func item(_ change: ReadingChange) -> DiffOutline.Item {
    let count = change.documents.count
    let isAll = count == diff.new.documents.count
    let known = change.documents.prefix(3).map { documents[$0]?.path ?? $0 }
    let names =
      isAll
      ? count == 1 ? known[0] : "all \(count) articles"
      : known.joined(separator: ", ")
        + (count > known.count ? " and \(Count.of(count - known.count, "more article"))" : "")
    return DiffOutline.Item(
      sign: .changed, text: "\(names): \(Self.phrase(change))",
      details: change.parts.map { DiffOutline.Detail(sign: .changed, text: $0.words) })
  }

  private func descriptions(_ change: DocumentChange) -> [DiffOutline.Detail] {
    guard let old = change.old, let new = change.new else { return [] }
    let pairs = [
      ("path", old.path, new.path), ("title", old.title, new.title),
      ("date", old.published?.rawValue, new.published?.rawValue),
      ("source", old.source, new.source), ("url", old.url, new.url),
    ]
    return pairs.filter { $0.1 != $0.2 }.map { name, old, new in
      DiffOutline.Detail(sign: .changed, text: "\(name): \(old ?? "none") → \(new ?? "none")")
    }
  }

  func item(_ change: RuleChange) -> DiffOutline.Item {
    let entry = change.entry
    let value = entry.value.isEmpty ? "" : " → \(entry.value)"
    return DiffOutline.Item(
      sign: change.isAdded ? .added : .removed,
      text: "\(entry.place): \(change.key): \(entry.names.joined(separator: ", "))\(value)")
  }

  // MARK: - Nodes

  /// "Vladimir Putin (leader)".
  func name(_ node: Node) -> String { "\(node.label) (\(node.type))" }

  func heading(_ change: NodeChange) -> DiffOutline.Item {
    guard let node = change.node else { return DiffOutline.Item(sign: .none, text: "") }
    let ids = { (nodes: [Node]) in nodes.map(\.id.rawValue).joined(separator: ", ") }
    let labels = { (nodes: [Node]) in nodes.map(\.label).joined(separator: " and ") }
    switch change.kind {
    case .added: return DiffOutline.Item(sign: .added, text: name(node))
    case .removed: return DiffOutline.Item(sign: .removed, text: name(node))
    case .changed, .evidence: return DiffOutline.Item(sign: .none, text: name(node))
    case .renamed:
      let isSame = change.old.first.map { $0.label == node.label } ?? false
      let how =
        !isSame
        ? ""
        : alike(node, in: diff.new) > 1 && alike(node, in: diff.old) <= 1
          ? "told apart from another of that name; "
          : alike(node, in: diff.new) <= 1 && alike(node, in: diff.old) > 1
            ? "the only one of that name; " : ""
      return DiffOutline.Item(
        sign: .changed,
        text: "\(name(node)): \(how)was \(ids(change.old)), is \(ids(change.new))",
        details: causes(change.causes))
    case .merged:
      return DiffOutline.Item(
        sign: .changed,
        text: "\(name(node)): one node of \(labels(change.old)) (\(ids(change.old)))",
        details: causes(change.causes))
    case .split:
      return DiffOutline.Item(
        sign: .changed,
        text: "\(labels(change.old)): several nodes, \(labels(change.new)) (\(ids(change.new)))",
        details: causes(change.causes))
    }
  }

  /// How many nodes of its type have a node's label.
  private func alike(_ node: Node, in graph: KnowledgeGraph) -> Int {
    graph.nodes.count { $0.label == node.label && $0.type == node.type }
  }

  /// What changed of the node itself.
  func items(_ change: NodeChange) -> [DiffOutline.Item] {
    let details = causes(change.causes.filter { $0 == .others || Self.isRule($0) })
    return change.fields.filter { $0.field != .aliases }.map { field in
      DiffOutline.Item(
        sign: .changed,
        text: "\(field.field.rawValue): \(field.old ?? "none") → \(field.new ?? "none")",
        details: details)
    }
  }

  /// "Fumio Kishida, also called Kishida"; nil where no other name came or went.
  func otherNames(_ change: NodeChange) -> DiffOutline.Item? {
    guard let node = change.node, let field = change.fields.first(where: { $0.field == .aliases })
    else { return nil }
    let words = [
      field.new.map { ", also called \($0)" }, field.old.map { ", no more called \($0)" },
    ].compactMap(\.self).joined()
    return DiffOutline.Item(sign: .changed, text: node.label + words)
  }

  private static func isRule(_ cause: Cause) -> Bool {
    if case .rule = cause { return true }
    return false
  }

  // MARK: - Edges

  /// The node whose doing or state the edge is, as it is called now.
  func actor(of change: EdgeChange) -> Node? {
    guard let edge = change.kind == .joined ? change.old : change.edge else { return nil }
    let graph = change.kind == .removed || change.kind == .joined ? diff.old : diff.new
    return graph.node(edge.source).map { node in diff.new.node(node.id) ?? node }
  }

  func item(_ change: EdgeChange, withActor: Bool) -> DiffOutline.Item {
    let edge = change.kind == .joined ? change.old : change.edge
    guard let edge else { return DiffOutline.Item(sign: .none, text: "") }
    let graph = change.kind == .removed || change.kind == .joined ? diff.old : diff.new
    let actor =
      withActor
      ? label(edge.source.rawValue, in: graph) + (edge.office == nil ? " " : ", ") : ""
    let phrase = actor + self.phrase(edge, in: graph, changing: change)
    var details = evidence(change) + contradictions(change)
    switch change.kind {
    case .added:
      let known = change.before.map { stage($0) }.joined(separator: "; ")
      return DiffOutline.Item(
        sign: .added,
        text: stated(phrase, edge, in: graph, known.isEmpty ? "" : "before: \(known)"),
        details: details)
    case .removed:
      return DiffOutline.Item(
        sign: .removed, text: stated(phrase, edge, in: graph), details: details)
    case .joined, .parted:
      let words =
        change.kind == .joined
        ? "one with \(change.new.map(stage) ?? "") now"
        : "told apart from \(change.old.map(stage) ?? "")"
      return DiffOutline.Item(
        sign: .changed, text: stated(phrase, edge, in: graph, words),
        details: causes(change.causes) + sentences(edge.evidence.map { ($0, .same) }))
    case .evidence:
      return DiffOutline.Item(
        sign: .same,
        text: stated(phrase, edge, in: graph) + "  " + places(change),
        details: contradictions(change))
    case .changed:
      if change.gained.isEmpty, change.lost.isEmpty { details += causes(change.causes) }
      return DiffOutline.Item(
        sign: .changed, text: "\(phrase): \(history(change))", details: details)
    }
  }

  /// "planned 2014-09 → postponed; topic: visas → trade".
  private func history(_ change: EdgeChange) -> String {
    guard let old = change.old, let new = change.new else { return "" }
    var parts: [String] = []
    if change.fields.contains(where: { $0.field == .status || $0.field == .time }) {
      parts.append("\(stage(old)) → \(stage(new))")
    } else if new.status != .actual || new.time != nil {
      parts.append(stage(new))
    }
    parts += change.fields.filter { $0.field != .status && $0.field != .time }.map { field in
      let name = field.field == .former ? "former" : field.field.rawValue
      switch (field.old, field.new) {
      case (nil, let new?): return field.field == .former ? "a past one now" : "\(name) \(new)"
      case (let old?, nil):
        return field.field == .former ? "no past one now" : "no \(name) (was \(old))"
      default: return "\(name) \(field.old ?? "") → \(field.new ?? "")"
      }
    }
    return parts.joined(separator: "; ")
  }

  /// "visits Japan: planned 2014-09, topic trade (before: proposed)"; what simply is so has no status.
  private func stated(
    _ phrase: String, _ edge: Edge, in graph: KnowledgeGraph, _ remark: String = ""
  ) -> String {
    let state = state(edge, in: graph)
    return phrase + (state.isEmpty ? "" : ": \(state)") + (remark.isEmpty ? "" : " (\(remark))")
  }

  /// "visits Japan", "prime minister of Japan".
  func phrase(
    _ edge: Edge, in graph: KnowledgeGraph, changing change: EdgeChange? = nil
  ) -> String {
    let target = label(edge.target.rawValue, in: graph)
    let hasOneOffice = change?.fields.allSatisfy { $0.field != .office } ?? true
    guard let office = edge.office, hasOneOffice else {
      // What another program calls the edge is all that is known of its relation.
      let name = Ontology.isUntyped(edge.type) ? edge.topic : nil
      return "\(name ?? diff.new.ontology.phrase(for: edge.type)) \(target)"
    }
    return "\(edge.former ? "former " : "")\(office) of \(target)"
  }

  /// How far it has come, and when: "planned 2014-09".
  private func stage(_ edge: Edge) -> String {
    [edge.status.rawValue, edge.time?.rawValue].compactMap(\.self).joined(separator: " ")
  }

  /// "planned 2014-09, topic trade"; empty for what simply is so.
  func state(_ edge: Edge, in graph: KnowledgeGraph) -> String {
    let labels = { (ids: [NodeID]) in
      ids.map { label($0.rawValue, in: graph) }.joined(separator: " or ")
    }
    let stage = edge.status == .actual ? edge.time?.rawValue : stage(edge)
    return [
      stage, edge.place.isEmpty ? nil : "at \(labels(edge.place))",
      edge.occasion.isEmpty ? nil : "on occasion of \(labels(edge.occasion))",
      edge.over.map { "over \(label($0, in: graph))" },
      Ontology.isUntyped(edge.type) ? nil : edge.topic.map { "topic \($0)" },
    ].compactMap(\.self).joined(separator: ", ")
  }

  private func label(_ text: String, in graph: KnowledgeGraph) -> String {
    NodeID(rawValue: text).flatMap { graph.node($0)?.label } ?? text
  }

  // MARK: - Sentences and causes

  /// "+2 −1 sentences: a.txt:4, b.txt:7".
  private func places(_ change: EdgeChange) -> String {
    let counts = [
      change.gained.isEmpty ? nil : "+\(change.gained.count)",
      change.lost.isEmpty ? nil : "−\(change.lost.count)",
    ].compactMap(\.self).joined(separator: " ")
    let number = change.gained.count + change.lost.count
    let places =
      change.gained.map { sentence($0, .added).place }
      + change.lost.map { sentence($0, .removed).place }
    let limit = max(1, sentences)
    let shown = places.prefix(limit).joined(separator: ", ")
    return
      "\(counts) sentence\(number == 1 ? "" : "s"): \(shown)\(places.count > limit ? ", …" : "")"
  }

  private func evidence(_ change: EdgeChange) -> [DiffOutline.Detail] {
    // A sentence that says something else than before stands once.
    let both = Set(change.lost.map(SentenceKey.init)).intersection(
      change.gained.map(SentenceKey.init))
    return sentences(
      (change.lost.map { ($0, .removed) } + change.gained.map { ($0, .added) }).map { one, sign in
        (one, both.contains(SentenceKey(one)) ? .changed : sign)
      })
  }

  /// Each sentence once, with its first sign, of many as many as are wanted.
  private func sentences(
    _ evidence: [(one: Evidence, sign: DiffOutline.Sign)]
  ) -> [DiffOutline.Detail] {
    var seen: Set<SentenceKey> = []
    let details = evidence.filter { seen.insert(SentenceKey($0.one)).inserted }
      .map { sentence($0.one, $0.sign) }
    let rest = details.count - sentences
    guard rest > 0, sentences > 0 else { return sentences > 0 ? details : [] }
    return details.prefix(sentences)
      + [DiffOutline.Detail(sign: .none, text: "and \(Count.of(rest, "sentence")) more")]
  }

  func sentence(_ evidence: Evidence, _ sign: DiffOutline.Sign) -> DiffOutline.Detail {
    let old = sign == .removed ? oldDocuments[evidence.document] : nil
    let path = (old ?? documents[evidence.document])?.path ?? evidence.document
    return DiffOutline.Detail(
      sign: sign, place: "\(path):\(evidence.line)", text: evidence.text.onOneLine)
  }

  private func contradictions(_ change: EdgeChange) -> [DiffOutline.Detail] {
    change.contradictions.prefix(max(1, sentences)).map { found in
      let earlier = sentence(found.earlier, .none)
      return DiffOutline.Detail(
        sign: .changed,
        text: "\(found.later.status.rawValue) contradicts \(found.earlier.status.rawValue) of "
          + "\(earlier.place): \(earlier.text)")
    }
  }
}
