import Language

/// The prepositional phrases that complete what a word states.
extension PredicateArguments {
  /// The phrases with a preposition that complete what `predicate` states, wherever a tree may hang them: on the
  /// word itself, on the verb that supports it, on its object.
  func phrases(with preposition: String, of predicate: Int) -> [Filler] {
    var result = phrases(of: predicate, preposition)
    if preposition == "to" || preposition == "in" || preposition == "at" {
      // "travelled there"
      result += tree.dependents(of: predicate, "advmod").filter { tree.table.lower[$0] == "there" }
    }
    if tree.isVerb(predicate) {
      if let antecedent = antecedent(ofStranded: preposition, at: predicate) {
        result.append(antecedent)
      }
      // "keep discussing the matter with Oman": the phrase may hang on the verb that takes the gerund.
      if tree.relation(predicate) == "xcomp", tree.tag(predicate) == "VBG",
        let governor = tree.head(predicate), words.gerundVerbs.contains(tree.lemma(governor))
      {
        result += phrases(of: governor, preposition).filter { $0 > predicate }
      }
      // "the EU-mediated talks between Serbia and Kosovo"
      if tree.relation(predicate) == "amod", preposition == "between" || preposition == "with",
        let noun = tree.head(predicate)
      {
        result += phrases(of: noun, preposition)
      }
      for object in tree.dependents(of: predicate) where !tree.table.isCapitalized[object] {
        switch tree.relation(object) {
        case "obj": break
        // What opens the sentence is no part of what the verb takes: "After talks with Iran, Oman decided".
        case "obl" where object > predicate, "xcomp" where object > predicate:
          // "recalled its envoy over Mali's support for the rebels": nor is what is part of a reason.
          if tree.prepositions(of: object).contains(where: words.reasons.contains) { continue }
        default: continue
        }
        // "withdrew all of its diplomats from Chad": the phrase may hang on what is counted.
        let isCount =
          tree.partOfSpeech(object) != .noun || words.supportNouns.contains(tree.lemma(object))
          || tree.isAmount(object)
        // "froze $200 million in aid to Chad"
        let counted = tree.dependents(of: object, "nmod").filter {
          isCount && !tree.table.isCapitalized[$0]
            && (tree.stands($0, with: "of") || tree.isAmount(object) && tree.stands($0, with: "in"))
        }
        for conjunct in [object] + tree.dependents(of: object, "conj") + counted {
          result += phrases(of: conjunct, preposition)
          // "lifted the sanctions that it had imposed on Chad"
          for clause in tree.dependents(of: conjunct)
          where tree.relation(clause).hasPrefix("acl") && words.support.contains(tree.lemma(clause))
          {
            result += phrases(of: clause, preposition)
          }
        }
      }
    } else {
      for inner in tree.dependents(of: predicate, "nmod")
      where ["in", "at", "on", "of"].contains(where: {
        tree.stands(inner, with: $0)
      }) {
        // "talks on the war between Chad and Mali" need not be theirs.
        if preposition == "between", tree.stands(inner, with: "on") { continue }
        // "the visit of President Abe of Japan" isn't Japan's.
        if preposition == "of",
          tree.table.isCapitalized[inner] || Self.asides.contains(tree.table.lower[inner])
        {
          continue
        }
        result += phrases(of: inner, preposition)
      }
      if let head = tree.head(predicate), tree.isVerb(head),
        !words.companions.contains(tree.lemma(predicate)),
        ["obj", "nsubj:pass", "xcomp"].contains(tree.relation(predicate))
          // "Following the travel of Abe, Putin will fly to Oslo"
          || tree.relation(predicate) == "obl" && predicate > head
          || words.isEventVerb(tree.lemma(head)) || isSharedOut(predicate, under: head, preposition)
      {
        result += phrases(of: head, preposition).filter { $0 != predicate && $0 > predicate }
      }
      for clause in tree.dependents(of: predicate) where tree.relation(clause).hasPrefix("acl") {
        if tree.isVerb(clause), words.supports(tree.lemma(clause)) {
          result += phrases(of: clause, preposition)
        }
      }
      if tree.relation(predicate) == "conj", result.isEmpty, let head = tree.head(predicate),
        tree.isNoun(head)
      {
        result += phrases(of: head, preposition)
      }
      // "the presence of troops in Mali", "a wave of attacks on Aden": a noun that only counts them takes the phrase.
      if tree.relation(predicate) == "nmod", tree.stands(predicate, with: "of"), result.isEmpty,
        let head = tree.head(predicate), tree.partOfSpeech(head) == .noun
      {
        result += phrases(of: head, preposition).filter { $0 > predicate }
      }
    }
    return result.map { Filler(head: $0, path: preposition) }
  }

  /// "the bloc that Chad belongs to": what a relative clause is about whose verb leaves the preposition behind.
  private func antecedent(ofStranded preposition: String, at verb: Int) -> Int? {
    guard tree.relation(verb) == "acl:relcl", let antecedent = tree.head(verb),
      tree.dependents(of: verb).contains(where: {
        $0 > verb && tree.table.lower[$0] == preposition && tree.dependents(of: $0).isEmpty
      }),
      tree.dependents(of: verb).contains(where: {
        tree.relation($0).hasPrefix("nsubj") && !isRelative($0)
      })
    else { return nil }
    return antecedent
  }

  /// "Tensions have flared between Chad and Mali": between whom a happening is, its verb may tell.
  private func isSharedOut(_ noun: Int, under verb: Int, _ preposition: String) -> Bool {
    preposition == "between" && tree.relation(noun) == "nsubj"
      && (words.intransitives.contains(tree.lemma(verb))
        || tree.dependents(of: verb, "compound:prt").contains { tree.table.lower[$0] == "out" })
  }

  /// "attended a dinner on the sidelines of the summit": what is beside a thing is not it.
  private static let asides: Set<String> = ["sidelines", "margins", "fringes"]

  /// The phrases below a word, and those that the tree hangs on a name below it: names seldom take any but
  /// with "of", so that "met Putin in Sochi" is about the meeting.
  func phrases(of token: Int, _ preposition: String) -> [Int] {
    var result: [Int] = []
    for dependent in tree.dependents(of: token) {
      if tree.stands(dependent, with: preposition), isPhrase(dependent),
        preposition != "with" || !isAbsolute(dependent)
      {
        result.append(dependent)
      }
      guard preposition != "of", tree.table.isCapitalized[dependent], tree.isNoun(dependent),
        !tree.relation(dependent).hasPrefix("nsubj"), dependent > token
      else { continue }
      for inner in tree.dependents(of: dependent)
      where tree.stands(inner, with: preposition) && isPhrase(inner) {
        result.append(inner)
      }
    }
    return result
  }

  /// "resumed talks, with both sides hoping for a deal": behind a comma, who does something else is no partner.
  private func isAbsolute(_ token: Int) -> Bool {
    let start = tree.span(of: token).lowerBound
    return [tree.table.forms[start], start > 0 ? tree.table.forms[start - 1] : ""].contains(",")
      && tree.dependents(of: token).contains {
        $0 > token && tree.tag($0) == "VBG" && tree.relation($0).hasPrefix("acl")
      }
  }

  private func isPhrase(_ token: Int) -> Bool {
    let relation = tree.relation(token)
    return relation.hasPrefix("obl") || relation.hasPrefix("nmod") && relation != "nmod:poss"
      || relation == "advcl" || relation == "xcomp" || relation == "ccomp"
      // "moved into most of the city": behind a preposition it is no object.
      || relation == "obj" && !tree.prepositions(of: token).isEmpty
  }
}
