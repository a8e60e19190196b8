import Extract
import Language
import Testing

/// The blocks of a plain text, each as `role: text`.
private func described(_ text: String, title: String? = nil) -> [String] {
  Document(id: "a", title: title, text: text).described
}

@Suite struct `A text's blocks` {
  @Test func `are parted by blank lines, however they are white`() {
    #expect(
      described("One.\n\n \u{A0}\t\n\nTwo.\r\n\r\nThree.\n") == [
        "body: One.", "body: Two.", "body: Three.",
      ])
  }

  @Test func `are lines, where a text has one paragraph a line`() {
    let lines = [
      "The presidents of Freedonia and Sylvania met in Geneva on Monday to discuss the border between them.",
      "They agreed to meet again.",
      "“We are content,” a spokesman for the government of Freedonia said.",
      "Sylvania’s prime minister did not take part in the talks, which went on for three hours.",
    ]
    #expect(described(lines.joined(separator: "\n")) == lines.map { "body: \($0)" })
  }

  @Test func `run over the lines of a hard-wrapped text`() {
    let text = """
      The presidents of Freedonia and Sylvania met in Geneva on Monday to
      discuss the border between their countries, which has been closed since
      March. They agreed to meet again in spring. Both sides called the talks
      useful.

      Sylvania’s prime minister did not take part in them. He is expected in
      Freedonia next week.
      """
    let blocks = Document(id: "a", text: text).blocks
    #expect(blocks.map(\.role) == [.body, .body])
  }

  @Test func `run over a line that ends before a name, in a text of two lines`() {
    let text = """
      The presidents of both countries will meet their neighbour's leader
      Milena Vasek in Geneva on Monday.
      """
    #expect(Document(id: "a", text: text).blocks.count == 1)
  }

  @Test func `run over lines that all end before names`() {
    let text = """
      Among the guests were the foreign minister of Freedonia, Orsolya
      Lind, and the president of the Sylvanian Academy of Sciences, Jana
      Molnar. They met.
      """
    #expect(Document(id: "a", text: text).blocks.count == 1)
  }

  @Test func `part a headline from the hard-wrapped text under it`() {
    let text = """
      Freedonia and Sylvania Agree on Border Talks
      The presidents of Freedonia and Sylvania met in Geneva on Monday to
      discuss the border between their countries, which has been closed since
      March. They agreed to meet again in spring. Both sides called the talks
      useful.
      """
    #expect(Document(id: "a", text: text).blocks.count == 2)
  }

  @Test func `part a headline from one line of text`() {
    let text = """
      Freedonia and Sylvania to hold talks about their border next week
      The presidents will meet in Geneva.
      """
    #expect(Document(id: "a", text: text).blocks.count == 2)
  }

  @Test func `run over the lines of a text that is full of names`() {
    let text = """
      President Rufus Firefly signed orders on the Head of the Presidential
      Foreign Policy Directorate and on Ambassador Trentino of Sylvania.

      The President also relieved Mrs. Gloria Teasdale, Chicolini and Pinky
      of their duties in the Presidential Foreign Policy Directorate.
      """
    #expect(Document(id: "a", text: text).blocks.map(\.role) == [.body, .body])
  }

  @Test func `part the headline from the line below it`() {
    #expect(
      described("Freedonia, Sylvania agree to meet again\nThe presidents met in Geneva on Monday.")
        == [
          "headline: Freedonia, Sylvania agree to meet again",
          "body: The presidents met in Geneva on Monday.",
        ])
  }

  @Test func `go on in small letters after a line without a stop`() {
    #expect(described("The presidents of Freedonia and\nof Sylvania met.").count == 1)
  }

  @Test func `begin with each item of a list`() {
    #expect(
      described("The two agreed:\n• to meet again in spring;\n• to open the border.")
        == [
          "body: The two agreed:", "body: • to meet again in spring;",
          "body: • to open the border.",
        ])
  }

  @Test func `leave Markdown's number signs out of a title`() throws {
    let folder = try TemporaryFolder(["a.md": "## Freedonia yields to Sylvania\n\(article)"])
    let document = try #require(try folder.corpus().documents.first)
    #expect(
      document.described.prefix(2) == ["metadata: ##", "headline: Freedonia yields to Sylvania"])
  }

  @Test(arguments: [
    "", " \n", "One.", "a\nb\n\nc", "# A\n* b\n  c\n***\n", "\u{FEFF}x\r\ry\u{2028}z", "• a\n• b",
    "¿?\n— —\n\u{3000}全角\u{3000}\n",
  ])
  func `are ascending and disjoint, and hold all that isn't white space`(text: String) {
    let bytes = Array(text.utf8)
    let blocks = Document(id: "a", text: text).blocks
    var rest = bytes
    var end = 0
    for block in blocks {
      #expect(block.range.start >= end && !block.range.isEmpty)
      end = block.range.end
      for index in block.range.start..<block.range.end { rest[index] = UInt8(ascii: " ") }
    }
    let left = String(decoding: rest, as: UTF8.self).filter { !$0.isWhitespace && $0 != "\u{FEFF}" }
    #expect(left.isEmpty)
  }
}

@Suite struct `A block's role` {
  private static let top = """
    World / Europe

    Freedonia, Sylvania inch closer to summit in Geneva

    By Jane Doe and John Roe

    (The Daily: March 3, 2015 – p. 7)

    1:39 P.M. EDT

    The presidents of Freedonia and Sylvania plan to meet in Geneva, sources said on Monday.
    """

  @Test func `above an article is its category, headline, byline or date`() {
    #expect(
      Document(id: "a", text: Self.top).blocks.map(\.role) == [
        .heading, .headline, .credit, .credit, .metadata, .body,
      ])
  }

  @Test(arguments: [
    "• Kyodo", "Kyodo, JIJI", "Reuters", "(AP)", "AFP-JIJI", "By Jane Doe",
    "BY JANE DOE, STAFF WRITER",
    "Reporting by Jane Doe in Geneva; Editing by John Roe", "Jane Doe contributed to this report.",
    "Source: The Daily", "Photo by Jane Doe",
  ])
  func `is a credit`(line: String) {
    let document = Document(id: "a", text: "\(line)\n\n\(article)")
    #expect(document.blocks.first?.role == .credit)
  }

  @Test(arguments: [
    "print PRINT", "Coronavirus banner", "Advertisement", "Share this",
    "Read more: Freedonia yields at last",
    "Related articles", "© 2015 The Daily", "Copyright 2015 The Daily. All rights reserved.",
    "* * *", "[Ends]",
    "Sign up for our newsletter", "By subscribing, you can help us get the story right.",
    "https://example.org/a",
    "We use cookies to improve your experience.", "Follow us on Twitter @thedaily",
    "Skip to main content",
  ])
  func `is furniture`(line: String) {
    for text in ["\(line)\n\n\(article)", "\(article)\n\n\(line)"] {
      #expect(Document(id: "a", text: text).texts(.furniture) == [line])
    }
  }

  @Test
  func `is furniture for names in a list below the last paragraph, and for what stands over it`() {
    let document = Document(
      id: "a", text: article + "  • Ambassador\n  • Freedonia\n\nKeywords\n\n- Trending Sylvania\n")
    #expect(
      document.texts(.furniture) == [
        "• Ambassador", "• Freedonia", "Keywords", "- Trending Sylvania",
      ])
    #expect(document.texts(.body).count == 2)
  }

  @Test func `is furniture for a page's praise of itself beside a plea, and not elsewhere`() {
    let praise = "In hard times, good journalism is worth more than ever."
    let plea = "By subscribing, you can help us."
    #expect(
      Document(id: "a", text: "\(article)\n\(praise)\n\n\(plea)").texts(.furniture) == [
        praise, plea,
      ])
    #expect(Document(id: "a", text: "\(article)\n\(praise)").texts(.furniture).isEmpty)
  }

  @Test(arguments: [
    "Doe meets Roe", "Freedonia to host talks with Sylvania in May", "Sylvania will not attend",
    "Freedonia Rejects Sylvania’s Proposal for the Border", "Talks on border are under way",
  ])
  func `is a headline for a line inside an article that states something`(line: String) {
    #expect(Document(id: "a", text: "\(article)\n\(line)\n\n\(article)").texts(.headline) == [line])
  }

  @Test(arguments: [
    "Recognition", "Freedom of Speech and Press", "PRIME MINISTER:",
    "b. Acceptable Conditions of Work",
    "Members of the Delegation:", "The War and its Aftermath",
  ])
  func `is a heading for a line inside an article that only names something`(line: String) {
    #expect(Document(id: "a", text: "\(article)\n\(line)\n\n\(article)").texts(.heading) == [line])
  }

  @Test(arguments: [
    "“We agreed.”", "They did.", "He said they would meet again (in spring).",
    "They agreed on the following:",
    "• Freedonia will open its border to Sylvania by the end of May",
    "(c) The term “border” means the line drawn in 1923.",
    "GENEVA (Reuters) — The presidents met on Monday.",
    "Jane Doe, Ambassador of Freedonia to Sylvania", "2. John Roe: Nominee for Minister of Trade",
    "“Subscribe to our view of history and you will see,” the president said.",
    "You should have the fact sheet in your inboxes, so I will be brief.",
    "The ministry said that journalists were not among those detained.",
    "The president spoke with reporters for ten minutes before the talks began and called them useful, —",
    "Question: Do you use the app of our ministry?", "“The border stays closed.” (Laughter)",
  ])
  func `stays body for what an article states`(line: String) {
    #expect(
      Document(id: "a", text: "\(article)\n\(line)\n\n\(article)").texts(.body).contains(line))
  }

  @Test func `is a headline wherever the title is repeated`() {
    let document = Document(id: "a", title: "The Border", text: "THE BORDER\n\n" + article)
    #expect(document.texts(.headline) == ["THE BORDER"])
  }
}

@Suite struct `A line map` {
  @Test func `counts lines by line feeds and carriage returns, columns in characters`() {
    let lines = LineMap("é\u{1F1EF}\u{1F1F5}x\r\ny\rz\n")
    #expect(lines.position(at: 0) == (1, 1))
    #expect(lines.position(at: 10) == (1, 3))
    #expect(lines.position(at: 13) == (2, 1))
    #expect(lines.position(at: 15) == (3, 1))
    #expect(lines.position(at: 99).line == 4)
    #expect(lines.lineCount == 3)
  }

  @Test func `has one line for an empty text`() {
    #expect(LineMap("").lineCount == 1)
    #expect(LineMap("").position(at: 0) == (1, 1))
  }
}
