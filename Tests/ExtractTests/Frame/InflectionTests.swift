@testable import Extract
import Testing

@Suite struct `The base form of a verb` {
  private func base(_ form: String, _ lemma: String, of verbs: String...) -> String {
    var inflection = Inflection()
    inflection.irregular["hold"] = ["holds", "held", "holding"]
    inflection.learn(Set(verbs))
    return inflection.base(of: form, lemma: lemma)
  }

  @Test(arguments: [("besieged", "besieg", "besiege"), ("deposed", "depos", "depose")])
  func `is that of a verb that was learnt where the annotation has none`(
    form: String, lemma: String, verb: String
  ) {
    #expect(base(form, lemma, of: verb) == verb)
    #expect(base(form, lemma) == lemma)
  }

  @Test func `is what the annotation says where that was learnt`() {
    #expect(base("bathing", "bathe", of: "bath", "bathe") == "bathe")
    #expect(base("barred", "bar", of: "bar", "bare") == "bar")
  }

  @Test func `is no verb's that doubles its last letter`() {
    #expect(base("bared", "bare", of: "bar") == "bare")
  }

  @Test func `is an irregular verb's whatever the annotation says`() {
    #expect(base("held", "held", of: "hold") == "hold")
  }

  @Test func `is found in a text`() {
    #expect(Reading("Kenya besieged Lyon.").claims == ["Kenya attacks Lyon actual"])
  }
}
