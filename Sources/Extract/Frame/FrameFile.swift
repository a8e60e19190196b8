import Graph

/// A file of frames as it is written. The properties are the file's keys.
struct FrameFile: Decodable {
  struct Frame: Decodable {
    let name: String
    let relation: String
    let status: String?
    let topic: String?
    let patterns: [String]?
    let triggers: [TriggerRecord]?
    let examples: [Example]?
  }
  struct Example: Decodable {
    let text: String
    let claims: [String]?
  }
  struct Cue: Decodable {
    let status: String
    let words: [String]
  }
  let forms: [String: [String]]?
  let institutions: [String]?
  let cues: [Cue]?
  let clauses: ClauseWordsRecord?
  let relations: [String: RelationRuleRecord]?
  let frames: [Frame]?

  /// Reads a file and makes sure that it has no key that would mean nothing.
  static func read(_ outline: YAMLOutline) throws(SchemaViolation) -> Self {
    let file = try outline.decoded(as: Self.self)
    try outline.checkKeys(of: file, at: [])
    for (index, frame) in (file.frames ?? []).enumerated() {
      let path: [YAMLOutline.Step] = ["frames", .item(index)]
      try outline.checkKeys(of: frame, at: path)
      for (number, trigger) in (frame.triggers ?? []).enumerated() {
        try outline.checkKeys(of: trigger, at: path + ["triggers", .item(number)])
      }
      for (number, example) in (frame.examples ?? []).enumerated() {
        try outline.checkKeys(of: example, at: path + ["examples", .item(number)])
      }
    }
    for (index, cue) in (file.cues ?? []).enumerated() {
      try outline.checkKeys(of: cue, at: ["cues", .item(index)])
    }
    for (relation, rule) in (file.relations ?? [:]).sorted(by: { $0.key < $1.key }) {
      try outline.checkKeys(of: rule, at: ["relations", .key(relation)])
    }
    guard let clauses = file.clauses else { return file }
    try outline.checkKeys(of: clauses, at: ["clauses"])
    for (key, modals) in [
      ("modals", clauses.modals), ("backshifted_modals", clauses.backshifted_modals),
      ("perfect_modals", clauses.perfect_modals),
    ] {
      for (index, modal) in (modals ?? []).enumerated() {
        try outline.checkKeys(of: modal, at: ["clauses", .key(key), .item(index)])
      }
    }
    for (index, governor) in (clauses.governors ?? []).enumerated() {
      try outline.checkKeys(of: governor, at: ["clauses", "governors", .item(index)])
    }
    return file
  }
}
