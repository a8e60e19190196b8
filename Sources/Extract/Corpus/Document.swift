public import Language

/// One article as it was read: its text, and what is known of it from outside the text.
///
/// The text never changes after reading; every range that graphgen tells is one of UTF-8 bytes into it.
public struct Document: Hashable, Sendable {
  /// Unique in its corpus; from the file's name, or from the record that carried it.
  public var id: String
  /// The file that it was read from, as named on the command line or found below a folder named there.
  public var path: String
  /// The headline, where one is known.
  public var title: String?
  /// The day of publication, ISO 8601 (`2014-09-27`), where it is known; a month (`2014-09`) or a year
  /// (`2014`) where no more is.
  public var published: String?
  /// Who published it.
  public var source: String?
  /// Where it was published.
  public var url: String?
  /// The text. For plain text and Markdown the whole file, so that offsets and lines are the file's own;
  /// for other formats the text that was taken out.
  public var text: String
  /// The 1-based line of the file on which `text` starts.
  public var firstLine: Int
  /// Whether the text's lines are the file's own, counted from `firstLine`. Where they aren't (HTML, JSON
  /// Lines), every part of the text is said to stand on `firstLine`.
  public var keepsLines: Bool
  /// SHA-256 of all that the graph depends on, as `sha256:` and 64 hexadecimal digits.
  public var hash: String
  /// The parts of the text with their roles: ascending, disjoint, together all that isn't white space.
  public var blocks: [TextBlock]

  /// An article; where no hash is given, it is computed from the text and what is known of it.
  ///
  /// Whoever has only a text need give only `id` and `text`: it becomes one document whose blocks are its
  /// paragraphs, with the roles that their shapes tell.
  ///
  /// The path is the id where none is given; blocks are as `TextBlock.blocks(of:title:)` finds them.
  public init(
    id: String, path: String? = nil, title: String? = nil, published: String? = nil,
    source: String? = nil, url: String? = nil, text: String, firstLine: Int = 1,
    keepsLines: Bool = true, hash: String? = nil, blocks: [TextBlock]? = nil
  ) {
    self.id = id
    self.path = path ?? id
    self.title = title
    self.published = published
    self.source = source
    self.url = url
    self.text = text
    self.firstLine = firstLine
    self.keepsLines = keepsLines
    self.hash =
      hash
      ?? documentHash(text: text, title: title, published: published, source: source, url: url)
    self.blocks = blocks ?? TextBlock.blocks(of: text, title: title)
  }
}

/// A part of a document's text with the role that it plays.
public struct TextBlock: Hashable, Sendable {
  /// What a block is to the article.
  public enum Role: String, CaseIterable, Sendable {
    /// The title over the article, or over a part of it: it states what it says, as a paragraph does.
    case headline
    /// A paragraph of the article.
    case body
    /// A section's name or a category ("National / Politics"): it names, and states nothing.
    case heading
    /// Who wrote it or where it comes from ("Kyodo, JIJI").
    case credit
    /// Page furniture: navigation, banners, related links, advertisements, pleas to subscribe.
    case furniture
    /// Front matter and the like.
    case metadata

    /// Whether the words of such a block count as the article's own statements.
    public var states: Bool { self == .headline || self == .body }
  }

  /// Where it stands in the document's text.
  public var range: ByteRange
  /// What it is.
  public var role: Role

  /// A block of the given role.
  public init(range: ByteRange, role: Role) {
    self.range = range
    self.role = role
  }

  /// The blocks of a plain text without front matter, with their roles.
  ///
  /// - Parameters:
  ///   - text: Any text; offsets are into its UTF-8.
  ///   - title: The article's title where it is known: a block that repeats it is a headline.
  /// - Returns: The blocks: ascending, disjoint, together all that isn't white space.
  public static func blocks(of text: String, title: String? = nil) -> [TextBlock] {
    let bytes = Array(text.utf8)
    return BlockRoles.blocks(of: bytes, from: 0, paragraphs: Paragraphs.split(bytes), title: title)
  }
}
