import Language

/// Numbers that stand for a phrase of their own: "both", "the two".
extension TreeRepair {
  /// "Both accused the other", "Moyo met both on Friday": right before a verb that has no subject, or right behind one
  /// that has no object, the word is that.
  mutating func mendBoth(_ token: Int) {
    guard lower[token] == "both", dependents[token].isEmpty, let above = head(token) else { return }
    switch relation(token) {
    case "advmod":
      guard token < above, isClauseHead(above), !hasSubject(above), relation(above) != "conj",
        isFinite(above) || (token..<above).contains(where: isFinite),
        // "Chad and Mali have both left"
        !dependents[above].contains(where: { $0 < token && relation($0).hasPrefix("aux") }),
        (token + 1..<above).allSatisfy({
          relation($0).hasPrefix("aux") || ["advmod", "cop"].contains(relation($0))
        })
      else { return }
      hang(token, on: above, "nsubj")
    case "cc:preconj":
      guard token > sentence.lowerBound, case let verb = token - 1,
        text.tokenRecords[verb].partOfSpeech == .verb, isNominal(above),
        relation(token + 1) == "case", head(token + 1) == above,
        !dependents[above].contains(where: { relation($0) == "conj" }),
        !dependents[verb].contains(where: { ["obj", "ccomp"].contains(relation($0)) })
      else { return }
      hang(token, on: verb, "obj")
    default: return
    }
  }

  /// "The two have been at odds": with an article, and before a helping verb, a number counts nothing, it is the subject.
  mutating func mendTwo(_ token: Int) {
    guard lower[token] == "two", relation(token) == "nummod",
      dependents[token].contains(where: { lower[$0] == "the" }), let noun = head(token),
      token + 1 < noun, head(token + 1) == noun,
      relation(token + 1).hasPrefix("aux") || relation(token + 1) == "cop", !hasSubject(noun)
    else { return }
    hang(token, on: noun, "nsubj")
  }
}
