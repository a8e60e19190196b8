import Language
import TestSupport
import Testing

/// A text's annotations in a form that is easy to ask.
private struct Analysis {
  let text: AnnotatedText

  init(_ string: String, mode: Annotator.Mode = .accurate) {
    text = Annotator(mode: mode).annotate(
      string, paragraphs: [ByteRange(0, string.utf8.count)])
  }

  func index(_ form: String) throws -> Int {
    try #require(
      text.tokenRecords.firstIndex { text.string(in: $0.range) == form }, "there is a \(form)")
  }
  func record(_ form: String) throws -> TokenRecord { text.tokenRecords[try index(form)] }
  func arc(_ form: String) throws -> String {
    let record = try record(form)
    let head = record.head.map { text.token($0).form } ?? "-"
    return "\(record.relation?.rawValue ?? "-") \(head)"
  }
  var names: [String] {
    text.names.map { "\($0.kind.rawValue) \(text.string(in: text.range(of: $0)))" }
  }
}

@Suite struct `The trained stages` {
  @Test(arguments: Annotator.Mode.allCases)
  func `leave marks and articles the relation that they always have`(mode: Annotator.Mode) {
    let text = Analysis(
      "The minister, who (a week ago) met \"an envoy\", said - the sooner the better! - he'd go: a. b; the 7, the x.",
      mode: mode
    ).text
    let marks = text.tokenRecords.filter { $0.partOfSpeech == .punctuation && $0.head != nil }
    #expect(marks.count > 8)
    #expect(marks.allSatisfy { $0.relation?.rawValue == "punct" })
    let articles = text.tokenRecords.filter {
      $0.partOfSpeech == .determiner && $0.head != nil
        && ["the", "a", "an"].contains(text.string(in: $0.range).lowercased())
    }
    #expect(articles.count > 4)
    #expect(articles.allSatisfy { $0.relation?.rawValue == "det" })
  }

  @Test func `give a sentence its finite verb`() throws {
    let analysis = Analysis(
      "Japan, the United States and European nations imposed economic sanctions on Russia over the matter."
    )
    #expect(try analysis.record("imposed").fineTag == "VBD")
    #expect(try analysis.arc("imposed") == "root -")
  }

  @Test func `look for no finite verb in an order or a fragment`() throws {
    #expect(try Analysis("Please close the door behind you.").record("close").fineTag == "VB")
    #expect(try Analysis("No comment from Paris.").record("comment").fineTag == "NN")
  }

  @Test(arguments: Annotator.Mode.allCases)
  func `find subjects and objects`(mode: Annotator.Mode) throws {
    let analysis = Analysis("In Oslo the minister signed a treaty.", mode: mode)
    #expect(try analysis.arc("minister") == "nsubj signed")
    #expect(try analysis.arc("treaty") == "obj signed")
    #expect(try analysis.arc("Oslo") == "obl signed")
    #expect(try analysis.arc("signed") == "root -")
    expectInvariants(analysis.text)
  }

  @Test(arguments: Annotator.Mode.allCases)
  func `find passives and their agents`(mode: Annotator.Mode) throws {
    let analysis = Analysis("The treaty was signed by the president.", mode: mode)
    #expect(try analysis.arc("treaty") == "nsubj:pass signed")
    #expect(try analysis.arc("was") == "aux:pass signed")
    #expect(try analysis.arc("president") == "obl:agent signed")
    #expect(try analysis.record("signed").morphology == "Tense=Past|VerbForm=Part|Voice=Pass")
  }

  @Test func `tell a passive participle from an active one`() throws {
    let analysis = Analysis("He has signed the treaty.")
    #expect(try analysis.record("signed").morphology == "Tense=Past|VerbForm=Part")
  }

  @Test func `find possessives and relative clauses`() throws {
    let analysis = Analysis("Japan’s envoy, who knew the city, left.")
    #expect(try analysis.arc("Japan") == "nmod:poss envoy")
    #expect(try analysis.arc("knew") == "acl:relcl envoy")
  }

  @Test func `give tags and lemmas`() throws {
    let analysis = Analysis("The countries were holding talks.")
    #expect(try analysis.record("countries").lemma == "country")
    #expect(try analysis.record("were").lemma == "be")
    #expect(try analysis.record("holding").lemma == "hold")
    #expect(try analysis.record("countries").fineTag == "NNS")
    #expect(try analysis.record("holding").partOfSpeech == .verb)
  }

  @Test func `find names of persons, places and organizations`() {
    let analysis = Analysis(
      "John Smith of the United Nations flew from London to Moscow on Monday.")
    #expect(
      analysis.names == [
        "person John Smith", "organization United Nations", "place London", "place Moscow",
      ])
  }

  @Test func `keep CoNLL-U valid and the same when it is read again`() throws {
    let analysis = Analysis("They didn’t meet. Why not?\u{A0}Nobody knows… [1]")
    let written = analysis.text.coNLLU()
    let read = try AnnotatedText(coNLLU: written)
    #expect(read.tokenRecords.map(\.lemma) == analysis.text.tokenRecords.map(\.lemma))
    #expect(read.tokenRecords.map(\.head) == analysis.text.tokenRecords.map(\.head))
    #expect(read.sentenceRecords == analysis.text.sentenceRecords)
    for line in written.split(separator: "\n") where !line.hasPrefix("#") {
      #expect(line.split(separator: "\t", omittingEmptySubsequences: false).count == 10)
    }
  }

  @Test(arguments: [UInt64](1...8))
  func `draw one tree a sentence, whatever the words are`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "of", "Of", "(", ")", ",", "WAR", "-", "42", "was", "by", "and", "Peace", "that", "’s",
    ]
    let words = (0..<60).map { _ in pieces.randomElement(using: &generator) ?? "a" }
    for mode in Annotator.Mode.allCases {
      let analysis = Analysis(words.joined(separator: " "), mode: mode)
      expectInvariants(analysis.text)
      for sentence in analysis.text.sentenceRecords {
        let roots = sentence.tokens.filter { analysis.text.tokenRecords[$0].head == nil }
        #expect(roots.count == 1)
        for start in sentence.tokens {
          var token: Int? = start
          var steps = 0
          while let index = token, steps <= sentence.tokens.count {
            token = analysis.text.tokenRecords[index].head
            steps += 1
          }
          #expect(token == nil, "the way up ends at the root")
        }
      }
    }
  }

  @Test func `parse the same with a search of width one as without search`() throws {
    let model = try LanguageModel.embedded.get()
    let parser = Parser(
      relations: model.parser.relations, backward: model.parser.backward,
      forward: model.parser.forward, searchMoves: model.parser.forward.moves,
      wholes: model.parser.wholes)
    let forms = "The two leaders who met in May agreed on a plan that others had proposed ."
    let atoms = WordAtoms.sentence(
      forms.split(separator: " ").map { Array($0.utf8) }, lexicon: model.lexicon)
    var tags: [UInt8] = []
    model.tagger.tag(atoms.span, into: &tags)
    let words = parser.guided(
      ParserWords(atoms.span, tags: tags.span, universal: model.tagger.universal))
    #expect(parser.parse(words) == parser.search(words, width: 1))
  }
}
