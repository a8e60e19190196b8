import Extract
import Foundation
import Language
import Testing

@Suite struct `A corpus reader` {
  @Test func `reads folders with all below them, sorted by id`() throws {
    let folder = try TemporaryFolder(["b.txt": article, "a/c.md": article, "a/b/a.text": article])
    let corpus = try folder.corpus()
    #expect(corpus.documents.map(\.id) == ["a", "b", "c"])
    #expect(
      corpus.documents.map(\.path)
        == ["a/b/a.text", "b.txt", "a/c.md"].map { "\(folder.path)/\($0)" })
    #expect(corpus.warnings.isEmpty)
    #expect(corpus.skipped == 0)
  }

  @Test func `keeps a text file's bytes, lines and offsets`() throws {
    let folder = try TemporaryFolder(["a.txt": "\u{FEFF}One thing.\r\n\r\n  Café “two”.\r\n"])
    let document = try #require(try folder.corpus().documents.first)
    #expect(document.text.utf8.count == 37)
    #expect(document.described == ["body: One thing.", "body: Café “two”."])
    #expect(
      document.place(at: document.blocks[1].range.start).description == "\(folder.path)/a.txt:3:3")
  }

  @Test func `gives the same ids however a folder is named`() throws {
    let folder = try TemporaryFolder(["x/a.txt": article, "y/a.txt": article, "y/b.txt": article])
    let names = [
      folder.path, folder.path + "/", folder.path + "/./x/..//", folder.path + "/x/../y/..",
    ]
    let ids = try names.map { try CorpusReader.read([$0]).documents.map(\.id) }
    #expect(ids.allSatisfy { $0 == ["b", "x/a", "y/a"] })
  }

  @Test func `tells files of one name apart by the shortest end of their paths`() throws {
    let folder = try TemporaryFolder([
      "2014/may/a.txt": article, "2015/may/a.txt": article, "b.txt": article, "b.md": article,
    ])
    #expect(
      try folder.corpus().documents.map(\.id) == ["2014/may/a", "2015/may/a", "b.md", "b.txt"])
  }

  @Test func `reads a file once that is named twice`() throws {
    let folder = try TemporaryFolder(["a.txt": article])
    let corpus = try CorpusReader.read([
      "\(folder.path)/a.txt", folder.path, "\(folder.path)/./a.txt",
    ])
    #expect(corpus.documents.count == 1)
    #expect(corpus.warnings.isEmpty)
  }

  @Test func `doesn't depend on the order of the paths`() throws {
    let folder = try TemporaryFolder(["a.txt": article, "b.txt": article, "c/a.txt": article])
    let paths = ["a.txt", "b.txt", "c"].map { "\(folder.path)/\($0)" }
    #expect(try CorpusReader.read(paths) == CorpusReader.read(paths.reversed()))
  }

  @Test func `reads standard input as plain text`() throws {
    let corpus = try CorpusReader.read(["-"], standardInput: Array(article.utf8))
    #expect(corpus.documents.map(\.id) == ["standard-input"])
    #expect(corpus.documents.map(\.path) == ["-"])
    #expect(corpus.documents.first?.text == article)
  }

  @Test func `reads a file without an extension where it is named, as plain text`() throws {
    let folder = try TemporaryFolder(["article": article])
    #expect(try CorpusReader.read(["\(folder.path)/article"]).documents.map(\.id) == ["article"])
  }

  @Test func `leaves hidden files, the manifest and pages about the folder alone`() throws {
    let folder = try TemporaryFolder([
      "a.txt": article, ".hidden.txt": article, ".git/x.txt": article,
      "corpus.yaml": "documents: []\n",
      "README.md": "# Articles\n", "SOURCES.md": "# Sources\n", "LICENSE.txt": "MIT\n",
      "NATO.md": article,
    ])
    let corpus = try folder.corpus(strict: true)
    #expect(corpus.documents.map(\.id) == ["NATO", "a"])
  }

  @Test func `hashes what the graph depends on, and not where it was read`() throws {
    let folder = try TemporaryFolder([
      "a.txt": article, "b.txt": article, "c.txt": article + "More.", "d.txt": article,
      "corpus.yaml": "documents: [{file: d.txt, date: 2014-01-02}]",
    ])
    let hashes = try folder.corpus().documents.map(\.hash)
    #expect(hashes[0] == hashes[1])
    #expect(Set(hashes).count == 3)
    #expect(hashes.allSatisfy { $0.hasPrefix("sha256:") && $0.utf8.count == 71 })
  }
}

@Suite struct `A corpus reader's complaints` {
  @Test func `fail where a path doesn't exist`() throws {
    let error = #expect(throws: CorpusError.self) { try CorpusReader.read(["no/such/file.txt"]) }
    #expect(
      error?.description
        == "no/such/file.txt: no such file or folder. Check the spelling, or leave it out.")
  }

  @Test func `tell the byte and the line of what isn't UTF-8`() throws {
    let folder = try TemporaryFolder()
    try folder.write(Array("One.\n\nCaf".utf8) + [0xE9] + Array(".\n".utf8), to: "latin.txt")
    #expect(
      try folder.warnings() == [
        "latin.txt:3: byte 9 is 0xE9, which is not UTF-8; expected UTF-8. "
          + "Convert it, for example with 'iconv -f WINDOWS-1252 -t UTF-8'."
      ])
  }

  @Test func `tell an empty, a binary and a UTF-16 file`() throws {
    let folder = try TemporaryFolder([
      "empty.txt": " \n\u{A0}\n", "front.txt": "---\ntitle: A\n---\n\n",
    ])
    try folder.write([0x89, 0x50, 0x00, 0x01], to: "image.txt")
    try folder.write([0xFF, 0xFE, 0x41, 0x00], to: "wide.txt")
    let corpus = try folder.corpus()
    #expect(corpus.skipped == 4)
    #expect(
      try folder.warnings() == [
        "empty.txt: is empty; expected an article. Fill it, or take it out.",
        "front.txt: nothing follows the front matter; expected an article. Fill it, or take it out.",
        "image.txt: is binary: byte 2 is zero; expected text. Take it out of the corpus.",
        "wide.txt: is UTF-16; expected UTF-8. Convert it, for example with 'iconv -f UTF-16 -t UTF-8'.",
      ])
  }

  @Test func `tell a file that is no article, and a link that leads nowhere`() throws {
    let folder = try TemporaryFolder(["a.txt": article, "b.pdf": "%PDF"])
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/c.txt", withDestinationPath: "\(folder.path)/gone.txt")
    let warnings = try folder.warnings()
    #expect(warnings.count == 2)
    #expect(warnings[0].hasPrefix("b.pdf: no kind of article; expected .txt"))
    #expect(warnings[1] == "c.txt: leads nowhere: a link to a file that isn't there. Take it out.")
  }

  @Test func `tell a folder without articles`() throws {
    let folder = try TemporaryFolder()
    #expect(try folder.warnings().map { $0.prefix(21) } == [".: holds no article; "])
  }

  @Test func `tell a bad date with its place, and keep the article`() throws {
    let folder = try TemporaryFolder(["a.txt": "---\ntitle: A\ndate: 2014-02-30\n---\n\n" + article]
    )
    let corpus = try folder.corpus()
    #expect(corpus.documents.count == 1)
    #expect(corpus.documents.first?.published == nil)
    #expect(
      try folder.warnings() == [
        "a.txt:3:7: '2014-02-30' is not a date; expected a day of the calendar such as 2014-09-27. "
          + "Correct it; until then the article counts as undated."
      ])
  }

  @Test func `tell front matter that isn't YAML, with its place`() throws {
    let folder = try TemporaryFolder([
      "a.txt": "---\ntitle: \"A\ndate: 2014-09-27\n---\n\n" + article
    ])
    let corpus = try folder.corpus()
    #expect(corpus.documents.first?.texts(.metadata).count == 1)
    let warnings = try folder.warnings()
    #expect(warnings.count == 1)
    #expect(warnings.first?.hasPrefix("a.txt:") == true)
    #expect(warnings.first?.contains("not valid YAML") == true)
  }

  @Test func `fail all together where reading is strict`() throws {
    let folder = try TemporaryFolder(["a.txt": article, "b.txt": "", "c.xyz": "?"])
    let error = #expect(throws: CorpusError.self) { try folder.corpus(strict: true) }
    guard case .odd(let warnings)? = error else {
      Issue.record("expected the warnings; found \(String(describing: error))")
      return
    }
    #expect(warnings.count == 2)
  }
}
