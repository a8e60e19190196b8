internal import Language

/// Tells what each paragraph of an article is, by general signs: how it looks, where it stands, and the
/// words that pages of all kinds put around articles. Where the signs don't agree, a paragraph stays body:
/// a banner read as text costs little, a paragraph lost costs what it states.
enum BlockRoles {
  /// Longer than this in bytes, a paragraph is body, however it begins.
  private static let longest = 360

  /// The blocks of a text: its paragraphs with their roles, ascending and disjoint.
  ///
  /// - Parameters:
  ///   - bytes: The text's UTF-8.
  ///   - start: Where the article starts, after front matter.
  ///   - paragraphs: As `Paragraphs.split` finds them.
  ///   - title: The article's title where it is known; a paragraph that repeats it is a headline.
  /// - Returns: A block for each paragraph, and one for the signs before a marked title.
  static func blocks(
    of bytes: [UInt8], from start: Int, paragraphs: [Paragraphs.Paragraph], title: String?
  ) -> [TextBlock] {
    let title = title.map(compact) ?? ""
    var roles: [TextBlock.Role] = []
    var shapes: [BlockShape?] = []
    for paragraph in paragraphs {
      guard paragraph.range.count <= longest else {
        roles.append(.body)
        shapes.append(nil)
        continue
      }
      let text = String(decoding: bytes[paragraph.range.start..<paragraph.range.end], as: UTF8.self)
      let shape = BlockShape(text)
      roles.append(role(of: shape, text: text, paragraph: paragraph, title: title))
      shapes.append(shape)
    }
    settle(&roles, shapes: shapes, paragraphs: paragraphs)

    var blocks: [TextBlock] = []
    for (paragraph, role) in zip(paragraphs, roles) {
      if let signs = paragraph.signs { blocks.append(TextBlock(range: signs, role: .metadata)) }
      blocks.append(TextBlock(range: paragraph.range, role: role))
    }
    return blocks
  }

  // MARK: One paragraph by itself

  private static func role(
    of shape: BlockShape, text: String, paragraph: Paragraphs.Paragraph, title: String
  ) -> TextBlock.Role {
    if !title.isEmpty, text.utf8.count <= title.utf8.count * 2, compact(text) == title {
      return .headline
    }
    if CreditLine.isDateLine(shape) { return .metadata }
    if CreditLine.matches(shape, text) { return .credit }
    if PageFurniture.matches(shape, text) { return .furniture }
    if shape.endsSentence { return .body }
    // A list's item may lack its full stop, and still states what it says.
    if paragraph.markup == .listItem { return shape.wordCount > 4 ? .body : .heading }
    switch shape.last {
    case ":":
      // "PRIME MINISTER:" names who speaks, "He told reporters:" states something.
      if shape.startsWithNamedPart { return .body }
      let names = shape.wordCount <= 4 || shape.isTitleCase
      return shape.isAllCapitals || names && !shape.hasVerb ? .heading : .body
    case ",", ";", "—", "–", "-": return shape.wordCount > 2 ? .body : .heading
    default: break
    }
    return titleRole(shape, marked: paragraph.markup == .title)
  }

  /// What a paragraph is that ends without a stop: a headline, which states something, or a mere heading.
  private static func titleRole(_ shape: BlockShape, marked: Bool) -> TextBlock.Role {
    if isCategory(shape) { return .heading }
    if shape.hasSentenceInside { return .body }
    if shape.hasVerb { return shape.wordCount > 25 && !marked ? .body : .headline }
    if shape.isTitleCase || shape.wordCount <= 4 {
      // "Jane Doe, Ambassador to France" states an office, in lists of those present.
      if shape.startsWithNamedPart { return .body }
      return shape.wordCount >= 8 && !shape.isAllCapitals && !shape.isNumbered
        ? .headline : .heading
    }
    return shape.wordCount > 12 && !marked ? .body : .headline
  }

  /// "National / Politics", "Home > World": names with signs between them.
  private static func isCategory(_ shape: BlockShape) -> Bool {
    shape.wordCount <= 6
      && shape.words.contains { ["/", "|", ">", "»", "›", "::", "→"].contains($0) }
  }

  /// Small letters and digits only, so that the same title in two spellings is one.
  private static func compact(_ text: String) -> String {
    func isKept(_ byte: UInt8) -> Bool {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
    let small = text.lowercased()
    // Of ASCII each byte is a character, and looked at sooner.
    if small.utf8.allSatisfy({ $0 < 0x80 }) {
      return String(decoding: small.utf8.filter(isKept), as: UTF8.self)
    }
    return small.filter { character in
      if let byte = character.utf8.first, byte < 0x80 { return isKept(byte) }
      return character.isLetter || character.isNumber
    }
  }

  private static func isLongSentence(_ shape: BlockShape?) -> Bool {
    shape.map { $0.endsSentence && $0.wordCount > 4 } ?? false
  }

  // MARK: Paragraphs among each other

  private static func settle(
    _ roles: inout [TextBlock.Role], shapes: [BlockShape?], paragraphs: [Paragraphs.Paragraph]
  ) {
    let isProse = zip(roles, shapes).map { role, shape in
      role == .body && (shape.map { $0.wordCount > 5 && $0.endsSentence } ?? true)
    }
    guard let firstProse = isProse.firstIndex(of: true), let lastProse = isProse.lastIndex(of: true)
    else { return }

    // Above the first paragraph: the first that could be a headline is one, though no verb shows in it.
    if !roles[..<firstProse].contains(.headline),
      let index = roles[..<firstProse].indices.first(where: { index in
        guard roles[index] == .heading, let shape = shapes[index] else { return false }
        return shape.wordCount >= 4 && !isCategory(shape) && shape.last != ":"
      })
    {
      roles[index] = .headline
    }
    // A bullet with one or two names above the first paragraph is where it comes from; below it, a list.
    for index in roles.indices[..<firstProse] {
      guard let shape = shapes[index], shape.hasBullet, shape.isTitleCase, shape.wordCount <= 4
      else { continue }
      roles[index] = .credit
    }
    // What lists names below the last paragraph leads elsewhere.
    for index in roles.indices[(lastProse + 1)...] {
      guard paragraphs[index].markup == .listItem, let shape = shapes[index] else { continue }
      if shape.wordCount <= 4 || shape.isTitleCase && !shape.endsSentence && shape.wordCount <= 14 {
        roles[index] = .furniture
      }
    }
    // Beside a plea to subscribe, a word about the page's own work is part of it.
    for index in roles.indices[(firstProse + 1)...] where roles[index] == .body {
      let isBesidePlea = [index - 1, index + 1].contains {
        roles.indices.contains($0) && roles[$0] == .furniture && Self.isLongSentence(shapes[$0])
      }
      if isBesidePlea, let shape = shapes[index], PageFurniture.praisesItself(shape) {
        roles[index] = .furniture
      }
    }
    // A heading with nothing but furniture below it stands over the furniture.
    var isOverFurniture = true
    for index in roles.indices[(lastProse + 1)...].reversed() {
      switch roles[index] {
      case .furniture, .credit, .metadata: continue
      case .heading where isOverFurniture && roles[(index + 1)...].contains(.furniture):
        roles[index] = .furniture
      default: isOverFurniture = false
      }
    }
  }
}
