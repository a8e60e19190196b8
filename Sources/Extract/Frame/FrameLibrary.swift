public import Graph
import Language

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
    /// The file and line where it stands.
    let place: String
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
  /// What holds of relations in whichever words they are stated.
  private(set) var relationRules: [String: RelationRule] = [:]
  /// Where each frame's triggers are, by the head word.
  private(set) var triggerIndex = WordIndex<[TriggerPlace]>()
  /// The triggers that are names, by node type.
  private(set) var nameTriggers: [String: [(frame: Int, trigger: Int)]] = [:]
  /// The patterns that can't match without a word, by that word, and those that can.
  private var patternIndex = WordIndex<[PatternPlace]>()
  private var freePatterns: [PatternPlace] = []
  private(set) var inflection = Inflection()
  /// The finite forms of the verbs by which frames and clauses state something.
  private(set) var verbForms = VerbForms()

  /// Which trigger of which frame. Its class and its other words stand beside, since most places where its head stands
  /// lack one of these; and how many words, which many aren't asked for.
  struct TriggerPlace: Sendable {
    let frame: Int
    let trigger: Int
    let wordClass: Trigger.WordClass
    let others: [String]
    // What can be told of the others without looking at them.
    let otherCount: Int
    let otherMask: WordMask
  }

  /// Which pattern of which frame.
  struct PatternPlace: Hashable, Comparable, Sendable {
    let frame: Int
    let pattern: Int

    static func < (a: Self, b: Self) -> Bool { (a.frame, a.pattern) < (b.frame, b.pattern) }
  }

  /// The frames that are built in.
  public static let builtIn: FrameLibrary = {
    var library = FrameLibrary()
    for file in KnowledgeFile.inside("frames") {
      do {
        try library.read(file.text, file: file.path, ontology: .builtIn)
      } catch {
        // Not a precondition failure, which a release build leaves without its words: who edits the files needs
        // to read what is wrong.
        fatalError("the built-in frames are well-formed: \(error)")
      }
    }
    library.index()
    return library
  }()

  /// A library without frames.
  public init() {}

  /// Adds the frames of a YAML file; a frame of a name that is there already replaces it.
  ///
  /// - Throws: `SchemaViolation` with file and line, and the frame's name where one is to blame.
  public mutating func add(
    _ yaml: String, file: String, ontology: Ontology
  ) throws(SchemaViolation) {
    try read(yaml, file: file, ontology: ontology)
    index()
  }

  /// Makes what was read last findable.
  private mutating func index() {
    indexTriggers()
    indexPatterns()
    indexVerbs()
    indexParticles()
  }

  /// Takes up a file's frames, which are then to be indexed.
  private mutating func read(
    _ yaml: String, file: String, ontology: Ontology
  ) throws(SchemaViolation) {
    let outline = try YAMLOutline(yaml, file: file)
    let content = try FrameFile.read(outline)
    for (verb, forms) in content.forms ?? [:] { inflection.irregular[verb] = forms }
    institutions.formUnion(content.institutions ?? [])
    for (index, cue) in (content.cues ?? []).enumerated() {
      let place = outline.place(["cues", .item(index)])
      let status = try status(cue.status, at: place)
      for pattern in cue.words {
        let pattern = try TokenPattern(
          pattern, ontology: ontology, inflection: inflection, at: place)
        cues.append(Cue(status: status, pattern: pattern))
      }
    }
    if let clauses = content.clauses {
      let place = outline.place(["clauses"])
      var words = clauseWords
      try words.add(clauses) { name throws(SchemaViolation) in
        try status(name, at: "\(place): clauses")
      }
      clauseWords = words
    }
    for (relation, record) in (content.relations ?? [:]).sorted(by: { $0.key < $1.key }) {
      let place = outline.place(["relations", .key(relation)])
      try check(relation, of: ontology, at: place)
      for other in record.told_as ?? [] { try check(other, of: ontology, at: place) }
      relationRules[relation] = try record.rule(
        adding: rule(of: relation), at: "\(place): \(relation)")
    }
    for (index, record) in (content.frames ?? []).enumerated() {
      let frame = try frame(record, at: index, of: outline, ontology: ontology)
      if let old = frames.firstIndex(where: { $0.name == frame.name }) {
        frames[old] = frame
      } else {
        frames.append(frame)
      }
    }
  }

  private mutating func indexVerbs() {
    let heads = frames.flatMap(\.triggers).filter { $0.wordClass == .verb }.map(\.head)
    inflection.learn(Set(heads).union(clauseWords.verbs))
    verbForms = inflection.finiteForms(of: Set(heads + clauseWords.reporting + clauseWords.harms))
  }

  private mutating func indexParticles() {
    clauseWords.particles = [:]
    for trigger in frames.flatMap(\.triggers) where trigger.wordClass == .verb {
      guard let particle = trigger.others.first, Self.particles.contains(particle) else { continue }
      clauseWords.particles[trigger.head, default: []].insert(particle)
    }
  }

  /// Adverbs that make another verb of the verb before them.
  private static let particles: Set<String> = [
    "aside", "away", "back", "down", "off", "out", "over", "up",
  ]

  private func frame(
    _ record: FrameFile.Frame, at index: Int, of outline: YAMLOutline, ontology: Ontology
  ) throws(SchemaViolation) -> Frame {
    /// The file, the line of an entry of the frame, and the frame's name.
    func place(_ path: [YAMLOutline.Step]) -> String {
      "\(outline.place(["frames", .item(index)] + path)): frame '\(record.name)'"
    }
    try check(record.relation, of: ontology, at: place(["relation"]))
    var patterns: [TokenPattern] = []
    for (number, pattern) in (record.patterns ?? []).enumerated() {
      let place = place(["patterns", .item(number)])
      let pattern = try TokenPattern(
        pattern, ontology: ontology, inflection: inflection, at: place)
      try check(pattern, at: place)
      patterns.append(pattern)
    }
    var triggers: [Trigger] = []
    for (number, trigger) in (record.triggers ?? []).enumerated() {
      triggers += try trigger.triggers(ontology: ontology) { key in
        place(["triggers", .item(number)] + (key.map { [.key($0)] } ?? []))
      }
    }
    guard !patterns.isEmpty || !triggers.isEmpty else {
      throw SchemaViolation(
        place: place([]), found: "neither triggers nor patterns", expected: "words that state it",
        remedy: "Give 'triggers', as '- {verbs: [praise], source: subj, target: obj}'.")
    }
    var examples: [Example] = []
    for (number, example) in (record.examples ?? []).enumerated() {
      let place = place(["examples", .item(number)])
      for claim in example.claims ?? []
      where ExampleClaim(claim, ontology: ontology) == nil {
        throw SchemaViolation(
          place: place, found: "claim '\(claim)'",
          expected: "an end, a relation, an end, and the status unless it is actual",
          remedy: "As 'Kenya meets Ghana planned'.")
      }
      examples.append(
        Example(
          text: example.text, claims: example.claims ?? [],
          place: outline.place(["frames", .item(index), "examples", .item(number)])))
    }
    return Frame(
      name: record.name, relation: record.relation,
      status: try record.status.map { name throws(SchemaViolation) in
        try status(name, at: place(["status"]))
      }, topic: record.topic, patterns: patterns, triggers: triggers, examples: examples)
  }

  /// What holds of a relation in whichever words it is stated.
  func rule(of relation: String) -> RelationRule { relationRules[relation] ?? RelationRule() }

  /// Makes sure that the ontology has a relation.
  private func check(
    _ relation: String, of ontology: Ontology, at place: String
  ) throws(SchemaViolation) {
    guard ontology.relationType(relation) == nil else { return }
    let near = NearNames.of(relation, among: ontology.relationTypes.map(\.name))
    throw SchemaViolation(
      place: place, found: "relation '\(relation)'", expected: "one of the ontology",
      remedy: (near.first.map { "Did you mean '\($0)'? " } ?? "")
        + "'graphgen ontology' lists them.")
  }

  private mutating func indexTriggers() {
    triggerIndex = WordIndex()
    nameTriggers = [:]
    for (index, frame) in frames.enumerated() {
      for (place, trigger) in frame.triggers.enumerated() {
        if trigger.wordClass == .name {
          nameTriggers[trigger.head, default: []].append((index, place))
        } else {
          triggerIndex[trigger.head, default: []].append(
            TriggerPlace(
              frame: index, trigger: place, wordClass: trigger.wordClass, others: trigger.others,
              otherCount: trigger.others.count, otherMask: WordMask(needing: trigger.others)))
        }
      }
    }
  }

  private mutating func indexPatterns() {
    patternIndex = WordIndex()
    freePatterns = []
    // What many patterns need, as "in", many sentences have.
    var uses: [String: Int] = [:]
    for word in frames.flatMap(\.patterns).flatMap(\.neededWords).joined() {
      uses[word, default: 0] += 1
    }
    func commonness(_ words: Set<String>) -> Int { words.reduce(0) { max($0, uses[$1] ?? 0) } }
    for (index, frame) in frames.enumerated() {
      for (number, pattern) in frame.patterns.enumerated() {
        let place = PatternPlace(frame: index, pattern: number)
        guard let words = pattern.neededWords.min(by: { commonness($0) < commonness($1) }) else {
          freePatterns.append(place)
          continue
        }
        for word in words { patternIndex[word, default: []].append(place) }
      }
    }
  }

  /// The patterns that a sentence of these words may match, in the order of the frames.
  func patterns(among words: Set<String>) -> [PatternPlace] {
    var found = freePatterns
    for word in words {
      for place in patternIndex[word] ?? []
      where frames[place.frame].patterns[place.pattern].canMatch(words) { found.append(place) }
    }
    return Set(found).sorted()
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
}
