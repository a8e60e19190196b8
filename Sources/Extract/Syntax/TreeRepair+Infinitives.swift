import Language

/// Infinitives and gerunds, whose objects and subjects parsers mistake for those of the verbs beside them.
extension TreeRepair {
  /// "the decision to annex Crimea drew protests": what stands right behind an infinitive without an object is that, and
  /// no apposition to the noun before.
  mutating func mendInfinitive(_ token: Int) {
    guard relation(token) == "appos", let noun = head(token) else { return }
    let before = start(of: token) - 1
    guard before > noun, head(before) == noun, relation(before) == "acl",
      text.tokenRecords[before].fineTag == "VB",
      !dependents[before].contains(where: { ["obj", "xcomp", "ccomp"].contains(relation($0)) })
    else { return }
    hang(token, on: before, "obj")
  }

  /// "called on Lind, who hadn't left, to resign": what stands behind the comma that ends a clause about somebody is what he
  /// is called on to do.
  mutating func mendLateInfinitive(_ infinitive: Int) {
    guard ["xcomp", "advcl", "acl", "obl"].contains(relation(infinitive)),
      text.tokenRecords[infinitive].fineTag == "VB", infinitive - 2 > sentence.lowerBound,
      lower[infinitive - 1] == "to", lower[infinitive - 2] == ",",
      let pronoun = (sentence.lowerBound..<infinitive - 2).last(where: {
        ["who", "which", "whose"].contains(lower[$0])
      }), pronoun > sentence.lowerBound, lower[pronoun - 1] == ",",
      !(pronoun..<infinitive - 2).contains(where: { lower[$0] == "," }),
      let above = head(infinitive), pronoun < above
    else { return }
    // The clause's own verb, and the one that governs whom it tells of.
    let outside = text.tokenRecords.ancestors(of: above).drop { pronoun < $0 }
    guard let verb = outside.first(where: isVerb),
      words.isGovernor(lemma(verb)) || Self.saying.contains(lemma(verb)),
      !dependents[verb].contains(where: { ["xcomp", "ccomp"].contains(relation($0)) })
    else { return }
    hang(infinitive, on: verb, "xcomp")
  }

  /// "told the envoy and the head of the mission to leave": behind whom somebody tells, an infinitive is no noun's.
  mutating func mendBidding(_ infinitive: Int) {
    guard relation(infinitive) == "acl", text.tokenRecords[infinitive].fineTag == "VB",
      lower[infinitive - 1] == "to", let noun = head(infinitive), noun + 2 == infinitive,
      let verb = text.tokenRecords.ancestors(of: noun).first(where: isVerb), verb < noun,
      let addressee = dependents[verb].first(where: { relation($0) == "iobj" }),
      addressee < noun,
      !dependents[verb].contains(where: { ["obj", "xcomp", "ccomp"].contains(relation($0)) })
    else { return }
    if !isBelow(noun, addressee) {
      // The second of them may be joined to the verb.
      guard
        let other = dependents[verb].first(where: { $0 == noun || isBelow(noun, $0) }),
        relation(other) == "conj", isNominal(other), addressee < other
      else { return }
      hang(other, on: addressee, "conj")
    }
    hang(infinitive, on: verb, "xcomp")
  }

  private func isVerb(_ token: Int) -> Bool { text.tokenRecords[token].partOfSpeech == .verb }

  /// "was due to see the president": an infinitive behind what has its subject is no second one.
  mutating func mendLateSubject(_ infinitive: Int) {
    guard relation(infinitive) == "csubj", text.tokenRecords[infinitive].fineTag == "VB",
      let predicate = head(infinitive), predicate < infinitive,
      dependents[predicate].contains(where: { relation($0) == "nsubj" && $0 < predicate })
    else { return }
    hang(infinitive, on: predicate, "xcomp")
  }

  /// "is expected to land in Lyon": what stands bare behind "to" and what is to be expected is an infinitive.
  mutating func mendExpectedVerb(_ noun: Int) {
    guard relation(noun) == "obl", text.tokenRecords[noun].fineTag == "NN",
      noun > sentence.lowerBound, lower[noun - 1] == "to", let verb = head(noun), verb < noun,
      dependents[noun].filter({ $0 < noun }).elementsEqual([noun - 1]),
      text.tokenRecords[verb].fineTag == "VBN",
      words.isGovernor(text.tokenRecords[verb].lemma ?? ""),
      dependents[verb].contains(where: { relation($0) == "aux:pass" })
    else { return }
    text.tokenRecords[noun].fineTag = "VB"
    text.tokenRecords[noun].partOfSpeech = .verb
    text.tokenRecords[noun].lemma = lower[noun]
    hang(noun, on: verb, "xcomp")
    hang(noun - 1, on: noun, "mark")
    let phrases = dependents[noun].filter { $0 > noun && relation($0) == "nmod" }
    // "is expected to land in Oslo on Monday": where is told of the infinitive, wherever it hangs.
    let place = dependents[verb].first { relation($0) == "obl" && start(of: $0) == noun + 1 }
    for phrase in phrases + (place.map { [$0] } ?? []) { hang(phrase, on: noun, "obl") }
  }

  /// "Addressing the assembly, Abe called for peace": of two phrases with a comma between, the first is the
  /// gerund's object where that has none.
  mutating func mendGerund(_ gerund: Int) {
    guard text.tokenRecords[gerund].fineTag == "VBG", relation(gerund) == "advcl",
      let verb = head(gerund), gerund < verb, dependents[gerund].allSatisfy({ $0 < gerund }),
      let first = dependents[verb].first(where: {
        relation($0).hasPrefix("nsubj") && start(of: $0) == gerund + 1
      }), first < verb,
      let second = dependents[first].first(where: { isJoinedByComma($0) && $0 < verb }),
      isBehindComma(second),
      end(of: second) == verb || end(of: second) < verb && lower[end(of: second)] != ","
    else { return }
    let subject = relation(first)
    hang(second, on: verb, subject)
    hang(first, on: gerund, "obj")
  }

  /// The same where the tree has the second phrase for a part of the gerund's object, and the verb has no subject.
  mutating func mendGerundObject(_ gerund: Int) {
    guard text.tokenRecords[gerund].fineTag == "VBG", relation(gerund) == "advcl",
      let verb = head(gerund), gerund < verb,
      !dependents[verb].contains(where: { relation($0).hasPrefix("nsubj") }),
      let object = dependents[gerund].first(where: { relation($0) == "obj" && $0 > gerund }),
      let second = dependents[object].first(where: { isJoinedByComma($0) && $0 < verb }),
      second > object, isBehindComma(second),
      end(of: second) <= verb, lower[end(of: second)] != ","
    else { return }
    hang(second, on: verb, "nsubj")
  }

  /// Whether the tree joins a phrase to the one before it, with no word between them.
  private func isJoinedByComma(_ token: Int) -> Bool {
    relation(token) == "appos"
      || relation(token) == "conj" && !dependents[token].contains { relation($0) == "cc" }
  }

  /// "looks forward to welcoming President Abe": what stands between a preposition and a name without an article is
  /// no adjective of the name, which is its object.
  mutating func mendWelcome(_ gerund: Int) {
    guard relation(gerund) == "amod", lower[gerund].hasSuffix("ing"), gerund > sentence.lowerBound,
      text.tokenRecords[gerund].fineTag != "VBG", let name = head(gerund), gerund < name,
      text.tokenRecords[name].partOfSpeech == .properNoun, relation(name) == "obl",
      let verb = head(name), verb < gerund,
      let preposition = dependents[name].first, preposition == gerund - 1,
      relation(preposition) == "case", lower[preposition] == "to"
    else { return }
    text.tokenRecords[gerund].fineTag = "VBG"
    text.tokenRecords[gerund].partOfSpeech = .verb
    hang(gerund, on: verb, "advcl")
    hang(preposition, on: gerund, "mark")
    hang(name, on: gerund, "obj")
    for phrase in dependents[verb] where phrase > name && relation(phrase) == "obl" {
      hang(phrase, on: gerund, "obl")
    }
  }
}
