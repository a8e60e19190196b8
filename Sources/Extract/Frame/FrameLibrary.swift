public import Graph
import Yams

/// The frames: which words state which relation, with which status.
///
/// Built in from YAML, extended from a user's file of the same form.
public struct FrameLibrary: Sendable {
  /// How one relation may be stated.
  struct Frame: Hashable, Sendable {
    let name: String
    let relation: String
    /// The status that the words themselves give; nil where the sentence around them decides.
    let status: Status?
    let topic: String?
    let patterns: [TokenPattern]
    let triggers: [Trigger]
    let examples: [Example]
  }

  /// A sentence with the claims that it states; none for a near-miss.
  struct Example: Hashable, Sendable {
    let text: String
    let claims: [String]
  }

  /// Words that shift the status of what they stand with.
  struct Cue: Hashable, Sendable {
    let status: Status
    let pattern: TokenPattern
  }

  private(set) var frames: [Frame] = []
  /// The strongest first.
  private(set) var cues: [Cue] = []
  /// Nouns after a demonym or a possessive that act for the country: "the Japanese government".
  private(set) var institutions: Set<String> = []
  /// The words that join clauses.
  private(set) var clauseWords = ClauseWords()
  /// Where each frame's triggers are: frame and trigger by the head word.
  private(set) var triggerIndex: [String: [(frame: Int, trigger: Int)]] = [:]
  /// The triggers that are names, by node type.
  private(set) var nameTriggers: [String: [(frame: Int, trigger: Int)]] = [:]
  private(set) var inflection = Inflection()

  /// The frames that are built in.
  public static let builtIn: FrameLibrary = {
    var library = FrameLibrary()
    for file in KnowledgeFile.inside("frames") {
      do {
        try library.add(file.text, file: file.path, ontology: .builtIn)
      } catch {
        preconditionFailure("the built-in frames are well-formed: \(error)")
      }
    }
    return library
  }()

  /// A library without frames.
  public init() {}

  /// Adds the frames of a YAML file; a frame of a name that is there already replaces it.
  ///
  /// - Throws: `SchemaViolation` with the frame's name.
  public mutating func add(
    _ yaml: String, file: String, ontology: Ontology
  ) throws(SchemaViolation) {
    let content: FileContent
    do {
      content = try YAMLDecoder().decode(FileContent.self, from: yaml)
    } catch {
      throw SchemaViolation(
        place: file, found: DecodingProblem.text(of: error), expected: "a file of frames",
        remedy: "The built-in files in Sources/Knowledge/frames show the form.")
    }
    for (verb, forms) in content.forms ?? [:] { inflection.irregular[verb] = forms }
    institutions.formUnion(content.institutions ?? [])
    for cue in content.cues ?? [] {
      let status = try status(cue.status, at: "\(file): cues")
      for pattern in cue.words {
        let pattern = try TokenPattern(
          pattern, ontology: ontology, inflection: inflection, at: "\(file): cues")
        cues.append(Cue(status: status, pattern: pattern))
      }
    }
    if let clauses = content.clauses {
      var words = clauseWords
      try words.add(clauses) { name throws(SchemaViolation) in
        try status(name, at: "\(file): clauses")
      }
      clauseWords = words
    }
    for record in content.frames ?? [] {
      let place = "\(file): frame '\(record.name)'"
      guard ontology.relationType(record.relation) != nil else {
        throw SchemaViolation(
          place: place, found: "relation '\(record.relation)'", expected: "one of the ontology",
          remedy: "'graphgen ontology' lists them.")
      }
      var patterns: [TokenPattern] = []
      for pattern in record.patterns ?? [] {
        let pattern = try TokenPattern(
          pattern, ontology: ontology, inflection: inflection, at: place)
        try check(pattern, at: place)
        patterns.append(pattern)
      }
      var triggers: [Trigger] = []
      for trigger in record.triggers ?? [] {
        triggers += try trigger.triggers(ontology: ontology, at: place)
      }
      let frame = Frame(
        name: record.name, relation: record.relation,
        status: try record.status.map { name throws(SchemaViolation) in
          try status(name, at: place)
        }, topic: record.topic, patterns: patterns, triggers: triggers,
        examples: (record.examples ?? []).map { Example(text: $0.text, claims: $0.claims ?? []) })
      if let old = frames.firstIndex(where: { $0.name == frame.name }) {
        frames[old] = frame
      } else {
        frames.append(frame)
      }
    }
    triggerIndex = [:]
    nameTriggers = [:]
    for (index, frame) in frames.enumerated() {
      for (place, trigger) in frame.triggers.enumerated() {
        if trigger.wordClass == .name {
          nameTriggers[trigger.head, default: []].append((index, place))
        } else {
          triggerIndex[trigger.head, default: []].append((index, place))
        }
      }
    }
  }

  /// The roles that a slot may fill.
  private static let roles = ["source", "target", "place", "occasion", "over"]

  /// Makes sure that a frame's pattern can make a claim.
  private func check(_ pattern: TokenPattern, at place: String) throws(SchemaViolation) {
    let place = "\(place): '\(pattern.source)'"
    var found: Set<String> = []
    for case .slot(let role, _, _) in pattern.elements {
      guard Self.roles.contains(role) else {
        throw SchemaViolation(
          place: place, found: "role '\(role)'",
          expected: "one of \(Self.roles.joined(separator: ", "))")
      }
      found.insert(role)
    }
    for role in ["source", "target"] where !found.contains(role) {
      throw SchemaViolation(
        place: place, found: "no slot for the \(role)", expected: "one, as '{\(role):actor}'")
    }
  }

  private func status(_ name: String, at place: String) throws(SchemaViolation) -> Status {
    guard let status = Status(rawValue: name) else {
      throw SchemaViolation(
        place: place, found: "status '\(name)'",
        expected: "one of \(Status.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return status
  }

  private struct FileContent: Decodable {
    struct Frame: Decodable {
      struct Example: Decodable {
        let text: String
        let claims: [String]?
      }
      let name: String
      let relation: String
      let status: String?
      let topic: String?
      let patterns: [String]?
      let triggers: [TriggerRecord]?
      let examples: [Example]?
    }
    struct Cue: Decodable {
      let status: String
      let words: [String]
    }
    let forms: [String: [String]]?
    let institutions: [String]?
    let cues: [Cue]?
    let clauses: ClauseWordsRecord?
    let frames: [Frame]?
  }
}
