/// Makes the links of a drawing to the documents that state what it shows.
///
/// A template is a URL with placeholders: `https://archive.example/{id}#L{line}`, `file:///news/{path}`, `{url}`. Values
/// are percent-encoded (RFC 3986, section 2.1), so that none can be more than a part of the place where it stands;
/// `{url}` alone is taken as it is, and is a link of the web or none.
public struct LinkTemplate: Hashable, Sendable {
  /// Why a text is no template.
  public struct Problem: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was found, what was expected, and what to do.
    public let description: String
  }

  /// What may stand in braces.
  public enum Placeholder: String, CaseIterable, Hashable, Sendable {
    /// The document's id.
    case id
    /// The file that it was read from.
    case path
    /// Its headline.
    case title
    /// Who published it.
    case source
    /// Where it was published.
    case url
    /// The day of publication, ISO 8601.
    case published
    /// The 1-based line on which the sentence or the name starts.
    case line
    /// The UTF-8 offset of its first byte.
    case start
    /// The offset just past its last byte.
    case end
  }

  private enum Piece: Hashable {
    case text(String)
    case value(Placeholder)
  }

  /// A place in a document.
  struct Place {
    var document: SourceDocument
    var start: Int
    var end: Int
    var line: Int
  }

  private let pieces: [Piece]

  /// The template that the text spells.
  ///
  /// Throws a `Problem` for an unknown placeholder, an open brace, or what no link may start with.
  public init(_ text: String) throws(Problem) {
    var pieces: [Piece] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      guard let close = rest[open...].firstIndex(of: "}") else {
        throw Problem(description: "'\(text)' has a '{' without '}'. Close it.")
      }
      let name = String(rest[rest.index(after: open)..<close])
      guard let placeholder = Placeholder(rawValue: name) else {
        let known = Placeholder.allCases.map { "{\($0.rawValue)}" }.joined(separator: ", ")
        throw Problem(description: "no placeholder '{\(name)}'; expected one of \(known).")
      }
      if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
      pieces.append(.value(placeholder))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append(.text(String(rest))) }
    self.pieces = pieces
    let fixed = pieces.compactMap { if case .text(let text) = $0 { text } else { nil } }.joined()
    guard fixed.utf8.allSatisfy(Self.mayStand), !text.isEmpty else {
      throw Problem(
        description: "'\(text)' holds what no URL may; write blanks, quotes and the like as %20.")
    }
    // What could run, rather than be read, is no source.
    let scheme = fixed.prefix { $0 != "/" && $0 != "?" && $0 != "#" }.split(
      separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let startsWithValue = if case .value(let first) = pieces.first { first != .url } else { false }
    guard scheme.count < 2 || ["http", "https", "file"].contains(scheme[0].lowercased()),
      !(startsWithValue && scheme.count > 1)
    else {
      throw Problem(
        description:
          "'\(text)' isn't a link to a document; expected http:, https:, file: or a path.")
    }
  }

  /// The link to a place; nil where the document lacks what the template asks for.
  func link(to place: Place) -> String? {
    var link = ""
    for piece in pieces {
      switch piece {
      case .text(let text): link += text
      case .value(let placeholder):
        guard let value = Self.value(placeholder, of: place) else { return nil }
        link += value
      }
    }
    return link
  }

  private static func value(_ placeholder: Placeholder, of place: Place) -> String? {
    let document = place.document
    switch placeholder {
    case .id: return encoded(document.id)
    case .path: return encoded(document.path, keeping: "/")
    case .title: return document.title.map { encoded($0) }
    case .source: return document.source.map { encoded($0) }
    case .published: return document.published.map { encoded($0.rawValue) }
    case .line: return String(place.line)
    case .start: return String(place.start)
    case .end: return String(place.end)
    case .url:
      guard let url = document.url,
        ["http://", "https://"].contains(where: url.lowercased().hasPrefix)
      else { return nil }
      var clean = ""
      for byte in url.utf8 {
        clean += mayStand(byte) ? String(UnicodeScalar(byte)) : byte.percentEncoded
      }
      return clean
    }
  }

  /// Letters, digits and `-._~` as they are, all else by its bytes.
  private static func encoded(_ text: String, keeping kept: String = "") -> String {
    var result = ""
    for byte in text.utf8 {
      let scalar = UnicodeScalar(byte)
      let isPlain =
        byte < 0x80
        && (Character(scalar).isLetter || Character(scalar).isNumber
          || "-._~".contains(Character(scalar)))
      result += isPlain || kept.utf8.contains(byte) ? String(scalar) : byte.percentEncoded
    }
    return result
  }

  /// Whether a URL may hold the byte as it is (RFC 3986, section 2).
  private static func mayStand(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F && !"\"<>\\^`{|}".utf8.contains(byte)
  }
}

extension LinkTemplate {
  /// The link of a node: to where the first document names it first.
  func link(of node: Node, in graph: KnowledgeGraph) -> String? {
    guard let first = node.appearances.first, let document = graph.document(first.document) else {
      return nil
    }
    let mention = first.mentions.first
    return link(
      to: Place(
        document: document, start: mention?.start ?? 0, end: mention?.end ?? 0,
        line: mention?.line ?? 1))
  }

  /// The link of edges: to the first sentence.
  func link(of edges: [Edge], in graph: KnowledgeGraph) -> String? {
    guard let first = edges.first?.evidence.first, let document = graph.document(first.document)
    else { return nil }
    return link(
      to: Place(document: document, start: first.start, end: first.end, line: first.line))
  }
}
