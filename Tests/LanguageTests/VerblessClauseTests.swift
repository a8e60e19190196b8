import Language
import Testing

@Suite struct `A clause in which no verb was found` {
  private static let verbs: VerbForms = {
    var verbs = VerbForms()
    for (base, third, past) in [
      ("pardon", "pardons", "pardoned"), ("sanction", "sanctions", "sanctioned"),
      ("control", "controls", "controlled"), ("injure", "injures", "injured"),
      ("kill", "kills", "killed"), ("overrun", "overruns", "overran"), ("raid", "raids", "raided"),
      ("host", "hosts", "hosted"), ("urge", "urges", "urged"), ("order", "orders", "ordered"),
      ("hold", "holds", "held"), ("shoot", "shoots", "shot"), ("reach", "reaches", "reached"),
    ] {
      verbs.insert(base, as: .base)
      verbs.insert(third, as: .third)
      verbs.insert(past, as: .past)
    }
    return verbs
  }()

  /// The fine tag of a word of a text, with the verbs that are known or with none.
  private func tag(of word: String, in string: String, isKnown: Bool = true) -> String? {
    let annotator = Annotator(mode: .fast)
    var text = annotator.tokenize(string, paragraphs: [ByteRange(0, string.utf8.count)])
    annotator.annotate(&text, verbs: isKnown ? Self.verbs : VerbForms())
    return text.tokenRecords.first { text.string(in: $0.range) == word }?.fineTag
  }

  @Test(arguments: [
    ("pardons", "Chad's military junta pardons 1,200 prisoners.", "VBZ"),
    ("sanctions", "The European Union sanctions Chad's president.", "VBZ"),
    ("sanctions", "The European Union sanctions a bank which financed the coup.", "VBZ"),
    ("control", "The rebels control most of the province.", "VBP"),
    ("overran", "Islamic State militants overran Mosul.", "VBD"),
    ("kills", "A bomb attack on a market kills at least six people.", "VBZ"),
    ("injures", "The blast kills six people and injures eight others.", "VBZ"),
    ("urges", "Radio host Eva Lind urges her listeners to stay.", "VBZ"),
  ])
  func `has the one that is known`(word: String, text: String, tag: String) {
    #expect(self.tag(of: word, in: text) == tag)
  }

  @Test func `has a past form behind "last"`() {
    let text = "The two sides last held direct talks in May."
    #expect(tag(of: "held", in: text) == "VBD")
    #expect(tag(of: "held", in: text, isKnown: false) == "VBN")
  }

  @Test func `has a past form behind a conjunction, before an article or a particle and one`() {
    let text = "Ties soured after Chad shot down a Malian jet."
    #expect(tag(of: "shot", in: text) == "VBD")
    #expect(tag(of: "shot", in: text, isKnown: false) == "NN")
  }

  @Test(arguments: [
    "The accord reached Friday by Chad failed.",
    "Ties soured after the accord reached Friday by Chad failed.",
  ])
  func `has a participle before a day`(text: String) {
    #expect(tag(of: "reached", in: text) == "VBN")
  }

  @Test func `would be overlooked without`() {
    #expect(
      tag(of: "sanctions", in: "The European Union sanctions Chad's president.", isKnown: false)
        == "NNS")
  }

  @Test(arguments: [
    ("sanctions", "European Union sanctions on Chad."),
    ("sanctions", "The president lifted the sanctions."),
    ("raids", "Night raids on villages kill six people."),
    ("orders", "After the talks the company received new orders from Chad."),
    ("raids", "The minister, who led raids the year before, resigned."),
    ("sanctions", "He said that EU sanctions that Chad opposes were unfair."),
  ])
  func `has none where the words are nouns`(word: String, text: String) {
    #expect(tag(of: word, in: text) == "NNS")
  }
}

@Suite struct `A pair of dashes` {
  /// What each word hangs on, by its form, and how.
  private func tree(of string: String, verbs: VerbForms) -> [String: String] {
    let annotator = Annotator(mode: .fast)
    var text = annotator.tokenize(string, paragraphs: [ByteRange(0, string.utf8.count)])
    annotator.annotate(&text, verbs: verbs)
    let records = text.tokenRecords
    return Dictionary(
      records.map { record in
        let head = record.head.map { text.string(in: records[$0].range) } ?? "-"
        return (text.string(in: record.range), "\(head) \(record.relation?.rawValue ?? "")")
      }, uniquingKeysWith: { first, _ in first })
  }

  private static let verbs: VerbForms = {
    var verbs = VerbForms()
    verbs.insert("pardoned", as: .past)
    return verbs
  }()

  @Test(arguments: ["-", "–", "—", "--"])
  func `parts what stands between as commas do`(dash: String) {
    let text = "Kenya \(dash) a friend of Ghana \(dash) accused Mali of theft."
    let tree = tree(of: text, verbs: Self.verbs)
    #expect(tree["accused"] == "- root")
    #expect(tree["Kenya"] == "accused nsubj")
    #expect(tree["friend"] == "Kenya appos")
  }

  @Test func `is read as the treebanks have it where no verbs are known`() {
    let text = "Kenya - a friend of Ghana - accused Mali of theft."
    #expect(tree(of: text, verbs: VerbForms())["accused"] != "- root")
  }
}
