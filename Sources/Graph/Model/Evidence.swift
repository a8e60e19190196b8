/// A sentence that states a relation, with what it says of it.
///
/// Its copies share one record, since a graph holds each sentence several times.
public struct Evidence: Sendable {
  /// The document's id.
  public var document: String {
    get { record.document }
    set {
      detach()
      record.document = newValue
    }
  }
  /// The UTF-8 offset of the sentence's first byte in the document's text.
  public var start: Int {
    get { record.start }
    set {
      detach()
      record.start = newValue
    }
  }
  /// The offset just past its last byte.
  public var end: Int {
    get { record.end }
    set {
      detach()
      record.end = newValue
    }
  }
  /// The 1-based line of the document's file on which it starts.
  public var line: Int {
    get { record.line }
    set {
      detach()
      record.line = newValue
    }
  }
  /// The sentence, exactly as the text has it.
  public var text: String {
    get { record.text }
    set {
      detach()
      record.text = newValue
    }
  }
  /// How far the sentence says that it has come.
  public var status: Status {
    get { record.status }
    set {
      detach()
      record.status = newValue
    }
  }
  /// When, where the sentence tells.
  public var time: TimeSpan? {
    get { record.time }
    set {
      detach()
      record.time = newValue
    }
  }
  /// Where: one node, or the alternatives that the sentence names.
  public var place: [NodeID] {
    get { record.place }
    set {
      detach()
      record.place = newValue
    }
  }
  /// On the sidelines of what, or within what.
  public var occasion: [NodeID] {
    get { record.occasion }
    set {
      detach()
      record.occasion = newValue
    }
  }
  /// What a conflict is about: a node's id, or words.
  public var over: String? {
    get { record.over }
    set {
      detach()
      record.over = newValue
    }
  }
  /// What is negotiated, agreed, asked for.
  public var topic: String? {
    get { record.topic }
    set {
      detach()
      record.topic = newValue
    }
  }
  /// The office, for `holds-office`.
  public var office: String? {
    get { record.office }
    set {
      detach()
      record.office = newValue
    }
  }
  /// Whether the office is a past one.
  public var former: Bool {
    get { record.former }
    set {
      detach()
      record.former = newValue
    }
  }
  /// Who says so: a node's id, or words.
  public var attribution: String? {
    get { record.attribution }
    set {
      detach()
      record.attribution = newValue
    }
  }
  /// The frame that found it.
  public var frame: String {
    get { record.frame }
    set {
      detach()
      record.frame = newValue
    }
  }
  /// How it found it, in words for people: the trigger, the paths to the ends, what gave the status.
  public var trace: String? {
    get { record.trace }
    set {
      detach()
      record.trace = newValue
    }
  }

  /// Evidence that says no more than is given.
  public init(
    document: String, start: Int, end: Int, line: Int, text: String, status: Status = .actual,
    time: TimeSpan? = nil, place: [NodeID] = [], occasion: [NodeID] = [], over: String? = nil,
    topic: String? = nil, office: String? = nil, former: Bool = false, attribution: String? = nil,
    frame: String, trace: String? = nil
  ) {
    record = Record(
      document: document, start: start, end: end, line: line, text: text, status: status,
      time: time, place: place, occasion: occasion, over: over, topic: topic, office: office,
      former: former, attribution: attribution, frame: frame, trace: trace)
  }

  /// What the evidence says. A class, so that a copy is one pointer; none but its only owner changes it.
  private final class Record: @unchecked Sendable {
    var document: String
    var start: Int
    var end: Int
    var line: Int
    var text: String
    var status: Status
    var time: TimeSpan?
    var place: [NodeID]
    var occasion: [NodeID]
    var over: String?
    var topic: String?
    var office: String?
    var former: Bool
    var attribution: String?
    var frame: String
    var trace: String?

    init(
      document: String, start: Int, end: Int, line: Int, text: String, status: Status,
      time: TimeSpan?, place: [NodeID], occasion: [NodeID], over: String?, topic: String?,
      office: String?, former: Bool, attribution: String?, frame: String, trace: String?
    ) {
      self.document = document
      self.start = start
      self.end = end
      self.line = line
      self.text = text
      self.status = status
      self.time = time
      self.place = place
      self.occasion = occasion
      self.over = over
      self.topic = topic
      self.office = office
      self.former = former
      self.attribution = attribution
      self.frame = frame
      self.trace = trace
    }

    func copy() -> Record {
      Record(
        document: document, start: start, end: end, line: line, text: text, status: status,
        time: time, place: place, occasion: occasion, over: over, topic: topic, office: office,
        former: former, attribution: attribution, frame: frame, trace: trace)
    }
  }

  private var record: Record

  private mutating func detach() {
    if !isKnownUniquelyReferenced(&record) { record = record.copy() }
  }
}

extension Evidence: Hashable {
  /// Equal when all that is said is.
  public static func == (a: Evidence, b: Evidence) -> Bool {
    let (x, y) = (a.record, b.record)
    if x === y { return true }
    return x.start == y.start && x.end == y.end && x.line == y.line && x.document == y.document
      && x.text == y.text && x.status == y.status && x.time == y.time && x.place == y.place
      && x.occasion == y.occasion && x.over == y.over && x.topic == y.topic
      && x.office == y.office && x.former == y.former && x.attribution == y.attribution
      && x.frame == y.frame && x.trace == y.trace
  }

  /// By where the sentence stands and what it says.
  public func hash(into hasher: inout Hasher) {
    let record = record
    hasher.combine(record.document)
    hasher.combine(record.start)
    hasher.combine(record.end)
    hasher.combine(record.status)
    hasher.combine(record.time)
    hasher.combine(record.text)
    hasher.combine(record.topic)
    hasher.combine(record.frame)
  }
}

extension Evidence: Comparable {
  /// By document and place in it, then by all that is said: a total order, so that any order of input
  /// gives the same order of evidence.
  public static func < (a: Evidence, b: Evidence) -> Bool {
    if a.document != b.document { return a.document.utf8Precedes(b.document) }
    let places = ((a.start, a.end, a.line), (b.start, b.end, b.line))
    if places.0 != places.1 { return places.0 < places.1 }
    return a.sortKey.lexicographicallyPrecedes(b.sortKey) { $0.utf8Precedes($1) }
  }

  private var sortKey: [String] {
    [
      frame, status.rawValue, time?.rawValue ?? "", topic ?? "", over ?? "", office ?? "",
      attribution ?? "", former ? "1" : "0", place.map(\.rawValue).joined(separator: " "),
      occasion.map(\.rawValue).joined(separator: " "), text, trace ?? "",
    ]
  }
}

/// One statement of one relation: the ends, the relation, and the sentence that says so.
public struct Claim: Hashable, Sendable {
  /// Whom or what the relation starts from.
  public var source: NodeID
  /// The relation's name in the ontology.
  public var type: String
  /// Where it leads.
  public var target: NodeID
  /// The sentence.
  public var evidence: Evidence

  /// A claim.
  public init(source: NodeID, type: String, target: NodeID, evidence: Evidence) {
    self.source = source
    self.type = type
    self.target = target
    self.evidence = evidence
  }
}

extension Claim: Comparable {
  /// By the sentence, then by the ends and the relation.
  public static func < (a: Claim, b: Claim) -> Bool {
    if a.evidence != b.evidence { return a.evidence < b.evidence }
    if a.source != b.source { return a.source < b.source }
    return a.type != b.type ? a.type.utf8Precedes(b.type) : a.target < b.target
  }
}

/// A document as the graph knows it: what it is, not what it says.
public struct SourceDocument: Hashable, Sendable {
  /// Unique in the graph.
  public var id: String
  /// The file.
  public var path: String
  /// The headline.
  public var title: String?
  /// The day of publication, ISO 8601.
  public var published: TimeSpan?
  /// Who published it.
  public var source: String?
  /// Where it was published.
  public var url: String?
  /// SHA-256 of the content, as `sha256:` and 64 hexadecimal digits.
  public var hash: String

  /// A document.
  public init(
    id: String, path: String, title: String? = nil, published: TimeSpan? = nil,
    source: String? = nil, url: String? = nil, hash: String
  ) {
    self.id = id
    self.path = path
    self.title = title
    self.published = published
    self.source = source
    self.url = url
    self.hash = hash
  }

  fileprivate var sortKey: [String] {
    [hash, path, published?.rawValue ?? "", title ?? "", source ?? "", url ?? ""]
  }
}

extension SourceDocument: Comparable {
  /// By id, then by all the rest.
  public static func < (a: SourceDocument, b: SourceDocument) -> Bool {
    if a.id != b.id { return a.id.utf8Precedes(b.id) }
    return a.sortKey.lexicographicallyPrecedes(b.sortKey) { $0.utf8Precedes($1) }
  }
}
