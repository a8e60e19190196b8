import Language

/// Appositions: what tells of the name before it, and the tree has for something else.
extension TreeRepair {
  /// "Chad and Mali, both members of the bloc, left", "Chad and Mali, Oman's old friends, were silent": what tells of those
  /// before is no further one of them.
  mutating func mendSummary(_ token: Int) {
    guard relation(token) == "conj",
      !dependents[token].contains(where: { relation($0) == "cc" }),
      dependents[token].contains(where: { lower[$0] == "," }), var first = head(token)
    else { return }
    while relation(first) == "conj", let above = head(first) { first = above }
    let isTotal = dependents[token].contains {
      relation($0) == "det" && ["all", "both"].contains(lower[$0])
    }
    guard isTotal || isOwnedPlural(token, behind: first) else { return }
    hang(token, on: first, "appos")
  }

  /// Whether a noun in the plural that has an owner stands behind a list of two names that an "and" has ended, and its last
  /// comma before the verb.
  private func isOwnedPlural(_ noun: Int, behind first: Int) -> Bool {
    let end = noun + 1
    return text.tokenRecords[noun].fineTag == "NNS" && isName(first)
      && dependents[noun].contains { relation($0) == "nmod:poss" }
      && end < sentence.upperBound && [",", "."].contains(lower[end])
      && dependents[first].contains { name in
        relation(name) == "conj" && name < noun && isName(name)
          && dependents[name].contains { lower[$0] == "and" }
      }
  }

  /// "Peru, Chad's ally, welcomed the thaw": a noun that is a subject has none itself, it tells of the name before it.
  mutating func mendDoubleSubject(_ name: Int) {
    guard relation(name) == "nsubj", isName(name), let noun = head(name), name < noun,
      relation(noun).hasPrefix("nsubj"), let verb = head(noun), noun < verb, isNominal(noun),
      !dependents[noun].contains(where: { relation($0) == "cop" })
    else { return }
    hang(name, on: verb, relation(noun))
    hang(noun, on: name, "appos")
  }

  /// "fighting around Karabakh, an enclave that Chad controls": a noun with an article behind a name and its comma tells
  /// of the name, where no preposition makes it a phrase of the verb.
  mutating func mendLooseApposition(_ noun: Int) {
    guard ["obl", "obl:unmarked", "nmod", "dep"].contains(relation(noun)),
      text.tokenRecords[noun].partOfSpeech == .noun,
      !isUnit(noun),
      !dependents[noun].contains(where: { relation($0) == "case" && $0 < noun }),
      // "Bangui, the second time in a month", "Oslo, a smile on his face" tell nothing of the town.
      dependents[noun].contains(where: { relation($0).hasPrefix("acl") && $0 > noun }),
      let article = dependents[noun].first(where: { relation($0) == "det" }),
      article < noun, ["a", "an", "the"].contains(lower[article]),
      case let first = start(of: noun), first == article || first == article - 1,
      article - 2 >= sentence.lowerBound, lower[article - 1] == ",",
      text.tokenRecords[article - 2].partOfSpeech == .properNoun, isName(article - 2)
    else { return }
    var name = article - 2
    for _ in sentence {
      guard let above = head(name), ["flat", "compound"].contains(relation(name)), above < article,
        above >= sentence.lowerBound, isNominal(above)
      else { break }
      name = above
    }
    hang(noun, on: name, "appos")
  }

  /// "in Lyon, capital of the region", "Lyon, seat of the court, is": a bare noun with an "of" right behind a name and its
  /// comma tells of the name.
  mutating func mendBareApposition(_ noun: Int) {
    guard text.tokenRecords[noun].fineTag == "NN", relation(noun) == "parataxis",
      noun - 2 >= sentence.lowerBound, lower[noun - 1] == ",", noun + 1 < sentence.upperBound,
      lower[noun + 1] == "of", let name = head(noun), name < noun, isName(name),
      end(ofName: name) == noun - 1,
      !dependents[noun].contains(where: { relation($0).hasPrefix("nsubj") || relation($0) == "cop" }
      )
    else { return }
    hang(noun, on: name, "appos")
  }
}
