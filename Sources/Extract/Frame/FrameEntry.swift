/// Some of the words by which a frame states its relation: those of one word class, its names, or a pattern.
public struct FrameEntry: Hashable, Sendable {
  /// The relation's name in the ontology.
  public let relation: String
  /// The frame's name.
  public let frame: String
  /// What the words are: verb, noun, adjective, name or pattern.
  public let kind: String
  /// The words as the file has them; of a name, the node type; of a pattern, its source.
  public let words: [String]
}

extension FrameLibrary {
  /// A word or pattern by which a frame states its relation.
  struct Wording: Hashable, Sendable {
    let frame: String
    let kind: String
    let text: String

    init(_ trigger: Trigger, of frame: String) {
      self.init(frame: frame, kind: trigger.wordClass.rawValue, text: trigger.text)
    }

    init(_ pattern: TokenPattern, of frame: String) {
      self.init(frame: frame, kind: Self.pattern, text: pattern.source)
    }

    private init(frame: String, kind: String, text: String) {
      self.frame = frame
      self.kind = kind
      self.text = text
    }

    static let pattern = "pattern"
  }

  /// What the frames' triggers and patterns are, in the order of relations, files and entries, each word once.
  ///
  /// With `relation`, only of frames for that one.
  public func entries(relation: String? = nil) -> [FrameEntry] {
    entries { frame, _ in relation == nil || frame.relation == relation }
  }

  /// The words that `includes` lets pass.
  func entries(where includes: (Frame, Wording) -> Bool) -> [FrameEntry] {
    var result: [FrameEntry] = []
    for frame in frames {
      let wordings =
        frame.triggers.map { Wording($0, of: frame.name) }
        + frame.patterns.map { Wording($0, of: frame.name) }
      var kinds: [String] = []
      var words: [String: [String]] = [:]
      var seen: Set<Wording> = []
      for wording in wordings where seen.insert(wording).inserted && includes(frame, wording) {
        if words[wording.kind] == nil { kinds.append(wording.kind) }
        words[wording.kind, default: []].append(wording.text)
      }
      result += kinds.flatMap { kind in
        let words = words[kind] ?? []
        // Patterns have blanks and commas of their own: one a line.
        let groups = kind == Wording.pattern ? words.map { [$0] } : [words]
        return groups.map {
          FrameEntry(relation: frame.relation, frame: frame.name, kind: kind, words: $0)
        }
      }
    }
    return result
  }
}
