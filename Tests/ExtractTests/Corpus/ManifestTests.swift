import Extract
import Testing

@Suite struct `A manifest` {
  private static let yaml = """
    # Known of these.
    documents:
      - file: a.txt
        date: 2014-09-27
        title: From the manifest
        source: Kyodo
        url: https://example.org/a
        note: inferred
      - file: gone.txt
        date: 2014-09-28
    """

  @Test func `tells of the files beside it, and of those that aren't there`() throws {
    let folder = try TemporaryFolder(["a.txt": article, "corpus.yaml": Self.yaml])
    let document = try #require(try folder.corpus().documents.first)
    #expect(document.published == "2014-09-27")
    #expect(document.title == "From the manifest")
    #expect(document.source == "Kyodo")
    #expect(document.url == "https://example.org/a")
    #expect(
      try folder.warnings() == [
        "corpus.yaml:9:11: 'gone.txt' is not in the folder; expected a file beside the manifest. "
          + "Correct the name, or take the entry out."
      ])
  }

  @Test func `counts where a file is named alone, and then misses no other file`() throws {
    let folder = try TemporaryFolder(["a.txt": article, "corpus.yaml": Self.yaml])
    let corpus = try CorpusReader.read(["\(folder.path)/a.txt"])
    #expect(corpus.documents.first?.published == "2014-09-27")
    #expect(corpus.warnings.isEmpty)
  }

  @Test func `yields to the article's own front matter, field by field`() throws {
    let folder = try TemporaryFolder([
      "a.txt": "---\ntitle: 'Its own'\ndate: 2013-01-01\n---\n" + article, "corpus.yaml": Self.yaml,
    ])
    let document = try #require(try folder.corpus().documents.first)
    #expect(document.title == "Its own")
    #expect(document.published == "2013-01-01")
    #expect(document.source == "Kyodo")
  }

  @Test func `names what is no article`() throws {
    let folder = try TemporaryFolder([
      "a.txt": article, "gold/a.json": "{}", "notes.docx": "?", "drafts/b.txt": article,
      "corpus.yaml": "ignore: [gold/, notes.docx, ./drafts]\n",
    ])
    #expect(try folder.corpus(strict: true).documents.map(\.id) == ["a"])
  }

  @Test(arguments: [
    ("documents: [\n", "corpus.yaml:2:1: not valid YAML"),
    ("- a\n", "corpus.yaml:1:1: expected a list named 'documents'"),
    ("documents: {}\n", "corpus.yaml:1:12: 'documents' is not a list"),
    ("documents:\n  - date: 2014-09-27\n", "corpus.yaml:2:5: an entry without 'file'"),
    ("documents:\n  - file: x/a.txt\n", "corpus.yaml:2:11: 'x/a.txt' is in another folder"),
    ("documents:\n  - {file: a.txt, titel: A}\n", "corpus.yaml:2:19: unknown key 'titel'"),
    (
      "documents:\n  - file: a.txt\n  - file: ./a.txt\n",
      "corpus.yaml:3:11: a second entry for './a.txt'"
    ),
    ("documents:\n  - file: a.txt\n    date: Monday\n", "corpus.yaml:3:11: 'Monday' is not a date"),
    ("docs: []\n", "corpus.yaml:1:1: unknown key 'docs'"),
  ])
  func `is told with its place where it is odd`(yaml: String, message: String) throws {
    let folder = try TemporaryFolder(["a.txt": article, "corpus.yaml": yaml])
    let warnings = try folder.warnings()
    #expect(warnings.count == 1)
    #expect(warnings.first?.hasPrefix(message) == true, "\(warnings)")
    #expect(try folder.corpus().documents.count == 1)
  }
}

@Suite struct `Front matter` {
  @Test(arguments: [
    ("title: \"Freedonia’s \\\"peace\\\"\"", "Freedonia’s \\\"peace\\\"", "Freedonia’s \"peace\""),
    ("title: 'It''s over'  # said", "It''s over", "It's over"),
    ("title:   Peace at last", "Peace at last", "Peace at last"),
    ("source: \"“X”\"\ntitle: “Peace” — now", "“Peace” — now", "“Peace” — now"),
  ])
  func `holds the title as a headline, in its exact bytes`(
    line: String, bytes: String, value: String
  ) throws {
    let folder = try TemporaryFolder(["a.txt": "---\n\(line)\ndate: 2014-09-27\n---\n\n" + article])
    let document = try #require(try folder.corpus().documents.first)
    #expect(document.title == value)
    #expect(document.published == "2014-09-27")
    #expect(document.texts(.headline) == [bytes])
    #expect(document.texts(.metadata).count == 2)
    #expect(document.texts(.body).count == 2)
  }

  @Test func `is none where two rules stand around a paragraph`() throws {
    let folder = try TemporaryFolder(["a.md": "---\nThe talks failed.\n---\n\n" + article])
    let document = try #require(try folder.corpus(strict: true).documents.first)
    #expect(document.texts(.body).first == "The talks failed.")
  }

  @Test(arguments: [
    ("2014-09-27", "2014-09-27"), ("2014-09-27T23:10:00+09:00", "2014-09-27"),
    ("2014-09-27 08:00", "2014-09-27"), ("2016-02-29", "2016-02-29"), ("2014-09", "2014-09"),
    ("2014", "2014"),
  ])
  func `takes a day, a month or a year in ISO 8601`(date: String, expected: String) throws {
    let folder = try TemporaryFolder(["a.txt": "---\ndate: \(date)\n---\n" + article])
    #expect(try folder.corpus(strict: true).documents.first?.published == expected)
  }

  @Test(arguments: [
    "27.9.2014", "2014-13-01", "2015-02-29", "2014-9-1", "soon", "0000-01-01", "2014-09-27Txx",
  ])
  func `takes no other date`(date: String) throws {
    let folder = try TemporaryFolder(["a.txt": "---\ndate: \(date)\n---\n" + article])
    let corpus = try folder.corpus()
    #expect(corpus.documents.first?.published == nil)
    #expect(corpus.warnings.count == 1)
  }
}
