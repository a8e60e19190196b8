@testable import Extract
import Graph
import Testing

@Suite struct `A file of frames` {
  /// What is wrong with a file.
  private func problem(_ yaml: String) -> String {
    var library = FrameLibrary()
    do {
      try library.add(yaml, file: "mine.yaml", ontology: .builtIn)
      return "nothing"
    } catch {
      return error.description
    }
  }

  /// A file whose frame has the given trigger on line 5.
  private func frame(_ trigger: String, relation: String = "supports") -> String {
    """
    frames:
      - name: praises.verb
        relation: \(relation)
        triggers:
          - \(trigger)
    """
  }

  @Test func `without a mistake is taken as it is`() {
    #expect(
      problem(frame("{verbs: [praise], source: subj, target: obj on_behalf_of mod's}")) == "nothing"
    )
    #expect(problem("frames: []") == "nothing")
  }

  @Test(arguments: [
    (
      "{verbs: [praise], source: subj, targets: obj}",
      "mine.yaml:5: found key 'targets'; expected one of names, containing, verbs, nouns, adjectives, source, target, place, "
        + "occasion, over, topic, reciprocal, affirmative, active, bare, naming, beside, subjects, answers. Did you mean 'target'?"
    ),
    (
      "{verbs: [praise], source: sbj, target: obj}",
      "mine.yaml:5: frame 'praises.verb': source: found place 'sbj'; expected a preposition or one of subj, obj, "
        + "iobj, poss, mod, appos, comp, comp_obj, adjunct, adjunct_obj, victim, obliged, named. Several places stand with blanks between: 'subj poss'."
    ),
    (
      "{verbs: [praise], source: subj:planet, target: obj}",
      "mine.yaml:5: frame 'praises.verb': source: found 'planet'; expected a node type or a group. Declare it "
        + "under 'nodes' or 'groups'."
    ),
    (
      "{verbs: [praise], source: self, target: obj}",
      "mine.yaml:5: frame 'praises.verb': source: found place 'self'; expected another one, since only 'names' "
        + "stand for themselves."
    ),
    (
      "{verbs: [praise], source: subj, target: clause}",
      "mine.yaml:5: frame 'praises.verb': target: found place 'clause'; expected another one, since only a topic "
        + "is a clause."
    ),
    (
      "{verbs: [praise], source: subj}",
      "mine.yaml:5: frame 'praises.verb': found a trigger without target; expected its places, as 'target: subj'."
    ),
    (
      "{verbs: [''], source: subj, target: obj}",
      "mine.yaml:5: frame 'praises.verb': found an empty trigger; expected a word."
    ),
    (
      "{verbs: [], source: subj, target: obj}",
      "mine.yaml:5: frame 'praises.verb': found a trigger without words; expected verbs, nouns, adjectives or names."
    ),
  ])
  func `tells a mistake in a trigger with its line`(trigger: String, message: String) {
    #expect(problem(frame(trigger)) == message)
  }

  @Test func `tells an unknown relation with what was probably meant`() {
    #expect(
      problem(frame("{verbs: [praise], source: subj, target: obj}", relation: "suports"))
        == "mine.yaml:3: frame 'praises.verb': found relation 'suports'; expected one of the ontology. Did you "
        + "mean 'supports'? 'graphgen ontology' lists them.")
  }

  @Test func `tells what is missing or of another kind with its line`() {
    #expect(
      problem("frames:\n  - name: a\n    triggers: []\n")
        == "mine.yaml:2: found no key 'relation' at 'frames[0]'; expected a file of frames. The built-in files in "
        + "Sources/Knowledge/frames show the form.")
    #expect(
      problem("frames:\n  - name: a\n    relation: meets\n    triggers: all\n").hasPrefix(
        "mine.yaml:4: found a value of another kind"))
    #expect(
      problem("frames:\n  - name: a\n    relation: meets\n").hasPrefix(
        "mine.yaml:2: frame 'a': found neither"))
    #expect(problem("frame: []\n").hasPrefix("mine.yaml:1: found key 'frame'"))
    #expect(problem("frames:\n  - [\n").hasPrefix("mine.yaml: found broken YAML at line"))
  }

  @Test func `tells keys that mean nothing wherever they stand`() {
    #expect(
      problem("cues:\n  - {status: denied, words: [no], word: no}").hasPrefix(
        "mine.yaml:2: found key 'word'"))
    #expect(
      problem("clauses:\n  support: [hold]\n  suport: [hold]").hasPrefix(
        "mine.yaml:3: found key 'suport'"))
  }

  @Test func `tells a mistake in what holds of a relation`() {
    #expect(
      problem("relations:\n  suports: {deed: true}\n").hasPrefix(
        "mine.yaml:2: found relation 'suports'; expected one of the ontology. Did you mean 'supports'?"
      ))
    #expect(
      problem("relations:\n  attacks: {dead: true}\n").hasPrefix("mine.yaml:2: found key 'dead'"))
    #expect(
      problem("relations:\n  rejects: {answers: nobody}\n")
        == "mine.yaml:2: rejects: found answers 'nobody'; expected one of speaker, doer, opponent, provoker, asker."
    )
  }

  @Test func `tells a form of names that a slot can't ask for`() {
    let yaml = """
      frames:
        - name: a
          relation: located-in
          patterns:
            - "{source:city} in {target:country:noun}"
      """
    #expect(problem(yaml).contains("found form 'noun'; expected adjective, name or one, or none"))
  }

  @Test func `tells an example whose claim can't be read`() {
    let yaml =
      frame("{verbs: [praise], source: subj, target: obj}")
      + "\n    examples:\n      - {text: 'Kenya praised Ghana.', claims: ['Kenya praises Ghana']}\n"
    #expect(
      problem(yaml).hasPrefix(
        "mine.yaml:7: frame 'praises.verb': found claim 'Kenya praises Ghana'"))
  }
}
