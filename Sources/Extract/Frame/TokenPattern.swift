import Graph

/// A pattern over the tokens of a sentence, with slots for mentions.
///
/// Written as words with spaces between:
///
/// | written | matches |
/// |---|---|
/// | `{source:actor}` | a mention, or a list of them, of a node type or group; the role before the colon |
/// | `{source:country:adjective}` | a demonym |
/// | `{source:city:one}` | a single one, never a list: of "London and Lyon, France", Lyon |
/// | `{target:country:name}` | a single one by its own name: no demonym, no capital in its place |
/// | `word`, `(one|two)` | a word in any letter case; one of several |
/// | `~hold`, `~(hold|have)` | any form of a verb |
/// | `word?` | a word, or nothing |
/// | `...` | up to seven tokens, as few as will do |
/// | `!word_word` | nothing, where these words don't follow; `^` is any capitalised word |
struct TokenPattern: Hashable, Sendable {
  enum Element: Hashable, Sendable {
    case slot(role: String, types: Set<String>, form: Form)
    case words(Set<String>, isOptional: Bool)
    case gap
    case without([String])
  }

  /// How a mention that fills a slot names what it names.
  enum Form: String, Hashable, Sendable, CaseIterable {
    case any
    case adjective
    case name
    case one
  }

  /// How many tokens a gap may pass over.
  static let longestGap = 7

  let source: String
  let elements: [Element]
  /// The words that it can't do without: of each of the sets a sentence must have one to match at all.
  let neededWords: [Set<String>]

  /// Whether a sentence of these words can match at all: each word that the pattern can't do without is there.
  func canMatch(_ words: Set<String>) -> Bool {
    neededWords.allSatisfy { !$0.isDisjoint(with: words) }
  }

  /// Reads a pattern.
  ///
  /// `inflection` gives the forms of the words that a `~` marks; `place` says where the pattern
  /// stands, for messages.
  init(
    _ source: String, ontology: Ontology, inflection: Inflection, at place: String
  ) throws(SchemaViolation) {
    self.source = source
    var elements: [Element] = []
    for part in source.split(separator: " ") {
      elements.append(
        try Self.element(
          part, ontology: ontology, inflection: inflection, at: "\(place): '\(source)'"))
    }
    self.elements = elements
    neededWords = elements.compactMap { element in
      guard case .words(let wanted, isOptional: false) = element else { return nil }
      return wanted
    }
  }

  private static func element(
    _ part: Substring, ontology: Ontology, inflection: Inflection, at place: String
  ) throws(SchemaViolation) -> Element {
    if part == "..." { return .gap }
    if part.hasPrefix("!"), part.count > 1 {
      return .without(part.dropFirst().split(separator: "_").map { $0.lowercased() })
    }
    if part.hasPrefix("{") {
      let inside = part.dropFirst().dropLast().split(separator: ":").map(String.init)
      guard part.hasSuffix("}"), inside.count >= 2 else {
        throw SchemaViolation(
          place: place, found: "'\(part)'",
          expected: "a slot with role and type, as '{source:actor}'")
      }
      let types = try ontology.types(inside[1].split(separator: "|").map(String.init), at: place)
      let name = inside.dropFirst(2).first ?? Form.any.rawValue
      guard let form = Form(rawValue: name) else {
        throw SchemaViolation(
          place: place, found: "form '\(name)'", expected: "adjective, name or one, or none")
      }
      return .slot(role: inside[0], types: types, form: form)
    }
    var text = part
    let isOptional = text.hasSuffix("?") && text.count > 1
    if isOptional { text = text.dropLast() }
    let isInflected = text.hasPrefix("~")
    if isInflected { text = text.dropFirst() }
    if text.hasPrefix("(") {
      guard text.hasSuffix(")") else {
        throw SchemaViolation(place: place, found: "'\(part)'", expected: "a closing bracket")
      }
      text = text.dropFirst().dropLast()
    }
    let words = text.split(separator: "|").map { $0.lowercased() }
    return .words(
      Set(isInflected ? words.flatMap(inflection.forms) : words), isOptional: isOptional)
  }
}
