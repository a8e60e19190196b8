internal import Foundation
internal import Language

/// What reading one file gives: articles, and what was odd.
struct DocumentReading {
  private(set) var drafts: [DocumentDraft] = []
  private(set) var warnings: [Warning] = []
  private(set) var skipped = 0

  /// Reads a file of any format; tells the problem where none of it could be taken in.
  @discardableResult
  mutating func read(_ file: CorpusListing.File) -> SourceBytes.Problem? {
    let bytes: [UInt8]
    switch SourceBytes.bytes(at: file.path) {
    case .success(let read): bytes = read
    case .failure(let problem):
      skip(problem.warning)
      return problem
    }
    switch file.format {
    case .text, .markdown:
      readText(
        bytes, path: file.path, resolved: file.resolved, manifest: file.metadata,
        isMarkdown: file.format == .markdown)
    case .html:
      readHTML(bytes, path: file.path, resolved: file.resolved, manifest: file.metadata)
    case .jsonLines:
      readRecords(bytes, path: file.path, resolved: file.resolved, manifest: file.metadata)
    }
    return nil
  }

  // MARK: Text

  /// Reads plain text or Markdown, with its front matter.
  mutating func readText(
    _ bytes: [UInt8], path: String, resolved: String, manifest: DocumentMetadata = .init(),
    isMarkdown: Bool = false
  ) {
    let source: SourceBytes
    switch SourceBytes.decode(bytes, path: path) {
    case .success(let decoded): source = decoded
    case .failure(let problem): return skip(problem.warning)
    }
    let (frontMatter, odd) = FrontMatter.read(bytes, path: path)
    warnings += odd
    let start = frontMatter?.range.end ?? 0
    guard TextLine.trim(ByteRange(start, bytes.count), in: bytes) != nil else {
      return skip(
        Warning(
          FilePlace(path: path),
          "nothing follows the front matter; expected an article. Fill it, or take it out."))
    }
    let metadata = (frontMatter?.metadata ?? DocumentMetadata()).completed(by: manifest)
    var blocks: [TextBlock] = []
    if let frontMatter { blocks += Self.blocks(of: frontMatter, in: bytes) }
    blocks += BlockRoles.blocks(
      of: bytes, from: start,
      paragraphs: Paragraphs.split(bytes, from: start, isMarkdown: isMarkdown),
      title: metadata.title)
    drafts.append(
      DocumentDraft(
        path: path, resolved: resolved, metadata: metadata, text: source.text, keepsLines: true,
        blocks: blocks))
  }

  /// The title's value is a headline; all around it is metadata.
  private static func blocks(of frontMatter: FrontMatter, in bytes: [UInt8]) -> [TextBlock] {
    guard let title = frontMatter.titleRange else {
      return [TextBlock(range: frontMatter.range, role: .metadata)]
    }
    let parts: [(ByteRange, TextBlock.Role)] = [
      (ByteRange(frontMatter.range.start, title.start), .metadata), (title, .headline),
      (ByteRange(title.end, frontMatter.range.end), .metadata),
    ]
    return parts.compactMap { range, role in
      TextLine.trim(range, in: bytes).map { TextBlock(range: $0, role: role) }
    }
  }

  // MARK: HTML

  private mutating func readHTML(
    _ bytes: [UInt8], path: String, resolved: String, manifest: DocumentMetadata
  ) {
    if let problem = SourceBytes.problem(with: bytes) {
      return skip(Warning(FilePlace(path: path), problem))
    }
    let page = HTMLPage(bytes)
    if let offset = page.firstBadByte {
      let line = LineMap(bytes: bytes).line(at: offset)
      warnings.append(
        Warning(
          FilePlace(path: path, line: line),
          "byte \(offset) is not UTF-8, which the page declares; it is read as U+FFFD. "
            + "Correct the page's encoding or its declaration."))
    }
    let metadata = manifest.completed(by: page.metadata)
    add(
      page.text, titled: page.metadata.title, path: path, resolved: resolved, metadata: metadata,
      ifEmpty: "holds no text outside navigation and scripts; expected an article. Take it out.")
  }

  // MARK: JSON Lines

  private mutating func readRecords(
    _ bytes: [UInt8], path: String, resolved: String, manifest: DocumentMetadata
  ) {
    if let problem = SourceBytes.problem(with: bytes) {
      return skip(Warning(FilePlace(path: path), problem))
    }
    for (index, line) in TextLine.lines(of: bytes).enumerated() where !line.isBlank {
      readRecord(
        Array(bytes[line.content.start..<line.content.end]), line: index + 1, path: path,
        resolved: resolved, manifest: manifest)
    }
  }

  private mutating func readRecord(
    _ bytes: [UInt8], line: Int, path: String, resolved: String, manifest: DocumentMetadata
  ) {
    let place = FilePlace(path: path, line: line)
    let object: Any
    switch SourceBytes.decode(bytes, path: path) {
    case .success: break
    case .failure(let problem):
      return skip(Warning(place, problem.warning.message))
    }
    do {
      object = try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
    } catch {
      let reason = (error as NSError).userInfo["NSDebugDescription"] as? String ?? "\(error)"
      return skip(Warning(place, "not JSON: \(reason) Expected one object a line. Correct it."))
    }
    guard let record = object as? [String: Any] else {
      return skip(
        Warning(
          place, "not an object; expected {\"id\": …, \"title\": …, \"text\": …}. Correct it."))
    }
    func string(_ key: String) -> String? {
      switch record[key] {
      case let text as String: Substring(text).trimmed.isEmpty ? nil : text
      case nil, is NSNull: nil
      case let other?:
        oddValue(key, other, place)
      }
    }
    var metadata = DocumentMetadata(
      title: string("title"), source: string("source"), url: string("url"))
    if let date = string("date") {
      metadata.published = PublicationDate.parse(date)
      if metadata.published == nil {
        warnings.append(Warning(place, PublicationDate.complaint(date)))
      }
    }
    let id = string("id")
    let text = string("text")
    guard let text = text ?? metadata.title else {
      return skip(Warning(place, "a record without 'text'; expected an article. Take it out."))
    }
    add(
      text, titled: metadata.title, id: id, path: path, resolved: resolved, line: line,
      metadata: metadata.completed(by: manifest),
      ifEmpty: "a record whose 'text' is empty; expected an article. Take it out.")
  }

  /// A number counts as its digits; anything else is told and left out.
  private mutating func oddValue(_ key: String, _ value: Any, _ place: FilePlace) -> String? {
    if let number = value as? NSNumber { return number.stringValue }
    warnings.append(
      Warning(place, "the value of '\(key)' is a list or an object; expected text. Correct it."))
    return nil
  }

  // MARK: Both

  /// Adds a text that was taken out of a page or a record, under its title unless it starts with it.
  private mutating func add(
    _ text: String, titled title: String?, id: String? = nil, path: String, resolved: String,
    line: Int? = nil, metadata: DocumentMetadata, ifEmpty complaint: String
  ) {
    let text = String(Substring(text).trimmed)
    guard !text.isEmpty else {
      return skip(Warning(FilePlace(path: path, line: line), complaint))
    }
    let title = title.map { String(Substring($0).trimmed) } ?? ""
    let whole = title.isEmpty || text.hasPrefix(title) ? text : title + "\n\n" + text
    let bytes = Array(whole.utf8)
    let blocks = BlockRoles.blocks(
      of: bytes, from: 0, paragraphs: Paragraphs.split(bytes), title: metadata.title ?? title)
    drafts.append(
      DocumentDraft(
        statedID: id, path: path, resolved: resolved, recordLine: line, metadata: metadata,
        text: whole,
        keepsLines: false, blocks: blocks))
  }

  private mutating func skip(_ warning: Warning) {
    warnings.append(warning)
    skipped += 1
  }
}
