import Graph
import Language

/// What clauses say of themselves: whether one is a condition, awaited, inverted, an infinitive, the first to be so.
extension StatusReader {
  /// The governing entry whose words stand at and below `token`.
  func governor(at token: Int) -> ClauseWords.Governor? {
    let candidates =
      (words.governors[tree.lemma(token)] ?? words.governors[tree.table.lower[token]]) ?? []
    return candidates.first { governor in
      guard governor.words.count > 1 else { return true }
      let below = tree.subtree(of: token, depth: 2)
      return governor.words.dropFirst().allSatisfy { word in
        below.contains { tree.table.lower[$0] == word || tree.lemma($0) == word }
      }
    }
  }

  func isNegated(_ token: Int) -> Bool {
    tree.dependents(of: token).contains {
      words.negations.contains(tree.table.lower[$0]) && $0 < token
    }
  }

  /// A negation right before an infinitive that the tree hangs on the word above.
  func negation(between governor: Int, and infinitive: Int) -> Int? {
    guard governor < infinitive, isInfinitive(infinitive) else { return nil }
    return tree.dependents(of: governor).first {
      governor < $0 && $0 < infinitive && words.negations.contains(tree.table.lower[$0])
    }
  }

  func hasCondition(_ clause: Int) -> Bool {
    tree.dependents(of: clause).contains {
      $0 < clause && tree.relation($0) == "mark" && words.conditions.contains(tree.table.lower[$0])
    } || isInverted(clause)
  }

  /// "Had they met, he would have asked": whether a helper before the subject of a clause below another makes it a condition.
  private func isInverted(_ clause: Int) -> Bool {
    guard let helper = tree.helperBeforeSubject(of: clause) else { return false }
    return ["had", "should", "were"].contains(tree.table.lower[helper])
      && tree.relation(clause) == "advcl"
  }

  /// "will stay until Chad withdraws": what is told in the present to come first hasn't come.
  func isAwaited(_ clause: Int) -> Bool {
    ["VBZ", "VBP"].contains(tree.tag(clause))
      && tree.dependents(of: clause).contains {
        $0 < clause && tree.relation($0) == "mark" && words.awaiting.contains(tree.table.lower[$0])
      }
  }

  /// "will resume once Chad withdraws": whether a clause tells in the present when something is.
  func isDated(_ clause: Int) -> Bool {
    let helpers = tree.dependents(of: clause).filter { $0 < clause }
    return ([clause] + helpers).contains { ["VBZ", "VBP"].contains(tree.tag($0)) }
      && helpers.contains {
        ["mark", "advmod"].contains(tree.relation($0))
          && words.dating.contains(tree.table.lower[$0])
      }
  }

  func isInfinitive(_ clause: Int) -> Bool {
    tree.tag(clause) == "VB"
      && tree.dependents(of: clause).contains { tree.table.lower[$0] == "to" && $0 < clause }
  }

  /// Whether an infinitive stands behind a noun that is the first, or the only one, to do so.
  func isFirst(before infinitive: Int) -> Bool {
    // "became the first head of state in years to visit"
    let predicates =
      tree.head(infinitive).map {
        [$0] + tree.dependents(of: $0, "xcomp") + tree.dependents(of: $0, "obj")
      } ?? []
    if predicates.contains(where: { tree.isNoun($0) && $0 < infinitive && isFirst($0) }) {
      return true
    }
    let start = tree.span(of: infinitive).lowerBound
    guard start > 0, tree.isNoun(start - 1) else { return false }
    return isFirst(start - 1)
  }

  /// "the first", "the last", "the only one": whether the word itself says so.
  func isOrdinal(_ token: Int) -> Bool {
    let word = tree.table.lower[token]
    return TimeWords.ordinals[word] != nil || word == "last" || word == "only"
  }

  /// "the first leader", "the only one"
  private func isFirst(_ noun: Int) -> Bool {
    tree.dependents(of: noun).contains {
      ["amod", "nummod"].contains(tree.relation($0)) && isOrdinal($0)
    }
  }

  func hasModal(_ clause: Int) -> Bool {
    tree.dependents(of: clause).contains {
      tree.relation($0) == "aux" && words.modals[tree.table.lower[$0]] != nil
    }
  }
}
