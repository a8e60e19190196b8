/// The article of an HTML page: its text, and what its markup says of it.
///
/// libxml2 makes a tree of the page, whatever its state. Text inside a block element becomes a paragraph,
/// paragraphs are parted by blank lines, white space is folded as a browser does. What surrounds articles is
/// left out: scripts and styles, navigation, asides, page headers and footers, forms, and what is hidden. Where
/// exactly one `article` or `main` element holds most of the page's text, only its text is taken.
struct HTMLPage: Sendable {
  /// The paragraphs, parted by blank lines; lines broken by `br` keep a line feed between them.
  let text: String
  /// The title and date that the page states, and its publisher and address.
  let metadata: DocumentMetadata

  /// Where a byte stands that is not of the encoding that the page declares, and was replaced; nil where
  /// there is none.
  let firstBadByte: Int?

  /// Reads a page of any encoding; see `HTMLCharset`.
  init(_ bytes: [UInt8]) {
    let charset = HTMLCharset(of: bytes)
    firstBadByte = charset.firstBadByte
    let readable =
      charset.firstBadByte == nil ? bytes : Array(String(decoding: bytes, as: UTF8.self).utf8)
    let tree = HTMLTree(readable, charset: charset.name)
    let whole = Self.paragraphs(tree, inside: tree.root)
    var best = whole
    for name in ["article", "main"] {
      let candidates = tree.elements(named: name)
      guard candidates.count == 1, let only = candidates.first else { continue }
      let inside = Self.paragraphs(tree, inside: only)
      if Self.weight(inside) * 2 >= Self.weight(whole) {
        best = inside
        break
      }
    }
    text = best.joined(separator: "\n\n")
    metadata = Self.metadata(of: tree)
  }

  // MARK: Text

  private static let leftOut: Set<String> = [
    "script", "style", "noscript", "template", "iframe", "object", "svg", "math", "canvas", "audio",
    "video", "head", "nav", "aside", "footer", "header", "form", "button", "select", "textarea",
    "dialog", "menu",
  ]

  private static let blocks: Set<String> = [
    "html", "body", "p", "div", "section", "article", "main", "h1", "h2", "h3", "h4", "h5", "h6",
    "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "table", "caption", "thead", "tbody",
    "tfoot", "tr", "td", "th", "figure", "figcaption", "address", "hr", "details", "summary",
    "center", "hgroup",
  ]

  private static func isLeftOut(_ element: HTMLTree.Element) -> Bool {
    leftOut.contains(element.name) || element.attribute("hidden") != nil
      || element.attribute("aria-hidden") == "true"
      || ["navigation", "banner", "contentinfo", "complementary", "search", "dialog"]
        .contains(element.attribute("role") ?? "")
  }

  private static func paragraphs(_ tree: borrowing HTMLTree, inside root: HTMLTree.Element?)
    -> [String]
  {
    var paragraphs: [String] = []
    var current = ""
    var isItem = false
    func close() {
      let lines = current.split(separator: "\n").map { folded($0) }.filter { !$0.isEmpty }
      current = ""
      guard let first = lines.first else { return }
      // A list's items show their bullets, as they would in a browser.
      let needsBullet = isItem && !BlockShape.startsAsListItem(ArraySlice(first.utf8))
      paragraphs.append((needsBullet ? "• " : "") + lines.joined(separator: "\n"))
      isItem = false
    }
    tree.walk(root) { event in
      switch event {
      case .text(let text):
        // Line feeds of the source are mere space; a break puts in the only ones that count.
        current += String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
      case .enter(let element):
        if isLeftOut(element) { return false }
        if element.name == "br" {
          // Two breaks make a paragraph, as they look like one.
          let soFar = current.reversed().drop { $0 == " " }
          if soFar.first == "\n" { close() } else { current += "\n" }
        }
        if blocks.contains(element.name) { close() }
        if element.name == "li" { isItem = true }
      case .leave(let element):
        if blocks.contains(element.name) { close() }
        if element.name == "li" { isItem = false }
      }
      return true
    }
    close()
    return paragraphs
  }

  /// Runs of spaces become one; no-break spaces are kept, as a browser keeps them.
  private static func folded(_ line: Substring) -> String {
    line.split(separator: " ").joined(separator: " ")
  }

  /// How much text there is, in bytes; the many short pieces of a menu count little.
  private static func weight(_ paragraphs: [String]) -> Int {
    paragraphs.map { $0.utf8.count }.filter { $0 >= 60 }.reduce(0, +)
  }

  // MARK: What the page says of itself

  private static func metadata(of tree: borrowing HTMLTree) -> DocumentMetadata {
    var meta: [String: String] = [:]
    for element in tree.elements(named: "meta") {
      guard
        let key = element.attribute("property") ?? element.attribute("name")
          ?? element.attribute("itemprop"),
        let value = element.attribute("content").map({ Substring($0).trimmed }), !value.isEmpty
      else { continue }
      if meta[key.lowercased()] == nil { meta[key.lowercased()] = String(value) }
    }
    func text(of name: String) -> String? {
      for element in tree.elements(named: name) {
        let text = paragraphs(tree, inside: element).joined(separator: " ")
        if !text.isEmpty { return text }
      }
      return nil
    }
    var result = DocumentMetadata()
    result.title = meta["og:title"] ?? text(of: "h1") ?? text(of: "title").map(withoutSite)
    let dates =
      ["article:published_time", "datepublished", "date", "dc.date", "dcterms.date", "pubdate"]
      .compactMap { meta[$0] }
      + tree.elements(named: "time").compactMap { $0.attribute("datetime") }
    result.published = dates.lazy.compactMap { PublicationDate.parse($0) }.first
    result.source = meta["og:site_name"]
    result.url =
      tree.elements(named: "link").first { $0.attribute("rel") == "canonical" }?.attribute("href")
      ?? meta["og:url"]
    return result
  }

  /// A page's title without the site's name, which often follows it: "Freedonia yields | The Daily".
  private static func withoutSite(_ title: String) -> String {
    let words = title.split(separator: " ")
    guard let sign = words.lastIndex(where: { ["|", "·", "»", "::"].contains($0) }),
      sign >= 2, words.count - sign <= 6
    else { return title }
    return words[..<sign].joined(separator: " ")
  }
}
