import Extract
import Testing

@Suite struct `JSON Lines` {
  @Test func `hold an article a line, under its title`() throws {
    let folder = try TemporaryFolder([
      "feed.jsonl": """
      {"id": "n/1", "title": "Freedonia yields", "text": "It did.", "date": "2014-09-27", "source": "AP", "url": "u"}

      {"title": "Sylvania Gains", "text": "Sylvania Gains\\n\\nIt did too.", "date": null}
      {"id": 7, "text": "No title here."}
      """
    ])
    let documents = try folder.corpus(strict: true).documents
    #expect(documents.map(\.id) == ["7", "feed-3", "n/1"])
    #expect(
      documents.map(\.text) == [
        "No title here.", "Sylvania Gains\n\nIt did too.", "Freedonia yields\n\nIt did.",
      ])
    #expect(documents.map(\.firstLine) == [4, 3, 1])
    #expect(documents[2].published == "2014-09-27")
    #expect(documents[2].source == "AP")
    #expect(documents[2].described == ["headline: Freedonia yields", "body: It did."])
    #expect(documents[2].place(at: 20).description == "\(folder.path)/feed.jsonl:1")
  }

  @Test func `tell each line that holds no article`() throws {
    let folder = try TemporaryFolder([
      "f.jsonl": """
      {"id": "a", "text": "One."}
      {"id": "b", "text":
      [1]
      {"id": "c", "title": ""}
      {"id": "a", "text": "Two."}
      {"id": "d", "text": "Three.", "date": "soon"}
      {"id": "e", "text": ["Four."]}
      """
    ])
    let corpus = try folder.corpus()
    #expect(corpus.documents.map(\.id) == ["a", "d"])
    #expect(corpus.skipped == 5)
    let warnings = try folder.warnings()
    #expect(warnings.count == 7)
    #expect(warnings[0].hasPrefix("f.jsonl:2: not JSON: "))
    #expect(warnings[1].hasPrefix("f.jsonl:3: not an object; expected {"))
    #expect(warnings[2] == "f.jsonl:4: a record without 'text'; expected an article. Take it out.")
    #expect(warnings[3].hasPrefix("f.jsonl:6: 'soon' is not a date"))
    #expect(warnings[4].hasPrefix("f.jsonl:7: the value of 'text' is a list or an object"))
    #expect(warnings[5].hasPrefix("f.jsonl:7: a record without 'text'"))
    #expect(warnings[6].contains("f.jsonl:5: the id 'a' is taken by "))
  }
}

@Suite struct `An HTML page` {
  private func read(_ html: String) throws -> Document {
    let folder = try TemporaryFolder(["page.html": html])
    return try #require(try folder.corpus(strict: true).documents.first)
  }

  @Test func `gives its article, without what surrounds it`() throws {
    let document = try read(
      """
      <!DOCTYPE html><html><head><title>Freedonia yields | The Daily</title>
      <meta property="og:title" content="Freedonia yields">
      <meta property="article:published_time" content="2014-09-27T08:00:00Z">
      <meta property="og:site_name" content="The Daily"><link rel="canonical" href="https://example.org/1">
      <style>p { color: red }</style><script>if (a < b) document.write("<p>no</p>")</script></head>
      <body><nav><ul><li>Home<li>World</ul></nav><header><h2>The Daily</h2></header>
      <article><h1>Freedonia yields</h1>
      <p>The presidents of Freedonia and
        Sylvania met in <b>Geneva</b>.
      <p>They agreed &amp; shook&nbsp;hands &#8212; twice.</p>
      <aside>Related: more</aside><form><input><p>Sign up</p></form>
      <div>First line<br>Second line<br><br>After two breaks.</div>
      <ul><li>One item of the list.<li>Another item of it.</ul></article>
      <footer>© The Daily</footer></body></html>
      """)
    #expect(
      document.text == """
        Freedonia yields

        The presidents of Freedonia and Sylvania met in Geneva.

        They agreed & shook\u{A0}hands — twice.

        First line
        Second line

        After two breaks.

        • One item of the list.

        • Another item of it.
        """)
    #expect(document.title == "Freedonia yields")
    #expect(document.published == "2014-09-27")
    #expect(document.source == "The Daily")
    #expect(document.url == "https://example.org/1")
    #expect(document.blocks.first?.role == .headline)
    #expect(document.place(at: 30).line == 1)
  }

  @Test func `is read in whatever state it is`() throws {
    let document = try read(
      "<p>One <b>bold<p>Two & <i>three</b> four</div><time datetime=2015-01-02>x")
    #expect(
      document.text == "One bold\n\nTwo & three four\n\nx"
        || document.text.hasPrefix("One bold\n\nTwo & three four"))
    #expect(document.published == "2015-01-02")
  }

  @Test func `is read in the encoding that it declares`() throws {
    let folder = try TemporaryFolder()
    let start = Array("<html><head><meta charset=\"windows-1252\"></head><body><p>Caf".utf8)
    try folder.write(start + [0xE9, 0x20, 0x93, 0x61, 0x94] + Array(".</p>".utf8), to: "a.htm")
    #expect(try folder.corpus().documents.first?.text == "Café “a”.")
  }

  @Test func `is repaired where it is not in the encoding that it declares, which is told`() throws
  {
    let folder = try TemporaryFolder()
    let start = Array("<meta charset=utf-8>\n<p>Caf".utf8)
    try folder.write(start + [0xE9] + Array(" and more.</p>".utf8), to: "a.html")
    #expect(try folder.corpus().documents.first?.text == "Caf\u{FFFD} and more.")
    #expect(try folder.warnings().first?.hasPrefix("a.html:2: byte 27 is not UTF-8") == true)
    try folder.write(Array("<p>Caf".utf8) + [0xE9] + Array(".</p>".utf8), to: "a.html")
    #expect(try folder.corpus(strict: true).documents.first?.text == "Café.")
    try folder.write(Array("<meta charset=latin1><p>Café.</p>".utf8), to: "a.html")
    #expect(try folder.corpus(strict: true).documents.first?.text == "Café.")
    try folder.write(Array("<meta charset=no-such><p>Cafe.</p>".utf8), to: "a.html")
    #expect(try folder.corpus(strict: true).documents.first?.text == "Cafe.")
  }

  @Test(arguments: [
    ("<title>Freedonia yields | The Daily</title>", "Freedonia yields"),
    ("<title>Freedonia - at last - yields</title>", "Freedonia - at last - yields"),
    ("<title>A | B</title><body><header><h1>Freedonia yields</h1></header>", "Freedonia yields"),
  ])
  func `has its title over the text, without the site's name`(html: String, title: String) throws {
    let document = try read(html + "<p>The talks went well, both sides said.")
    #expect(document.title == title)
    #expect(document.texts(.headline) == [title])
  }

  @Test func `leaves out the links below it`() throws {
    let document = try read(
      "<p>The talks went well, both sides said.</p><ul><li><a>Ambassador</a><li><a>Trade</a></ul>")
    #expect(document.texts(.furniture) == ["• Ambassador", "• Trade"])
  }

  @Test func `is UTF-8 where it declares nothing`() throws {
    #expect(try read("<p>Café “a”.</p>").text == "Café “a”.")
  }

  @Test func `may nest as deep as it likes`() throws {
    let deep = String(repeating: "<div>", count: 5000) + "Deep."
    #expect(try read("<p>First.</p>" + deep).text.hasPrefix("First."))
  }

  @Test func `without text is told`() throws {
    let folder = try TemporaryFolder(["a.html": "<nav>Home</nav><script>x()</script>"])
    #expect(
      try folder.warnings().first?.hasPrefix("a.html: holds no text outside navigation") == true)
  }
}
