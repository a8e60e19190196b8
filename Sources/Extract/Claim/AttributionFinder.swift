import Language

/// Finds who is said to have said what a word states.
struct AttributionFinder {
  let tree: SyntaxTree
  let words: ClauseWords
  let arguments: PredicateArguments
  let phrases: PhraseReferents

  /// The speaker of the nearest reporting clause around `token`; nil for what the article says itself.
  func attribution(of token: Int) -> ClaimDraft.Attribution? {
    var current = token
    for _ in 0..<10 {
      // "..., he said" hangs on the clause that it reports; "according to X" on its verb.
      for dependent in tree.dependents(of: current) {
        if tree.relation(dependent) == "parataxis", words.reporting.contains(tree.lemma(dependent)),
          let speaker = speaker(of: dependent)
        {
          return speaker
        }
        if tree.stands(dependent, with: "according_to"), let source = name(of: dependent) {
          return source
        }
      }
      guard let head = tree.head(current) else { return nil }
      let relation = tree.relation(current)
      if ["ccomp", "xcomp", "parataxis"].contains(relation),
        words.reporting.contains(tree.lemma(head)),
        let speaker = speaker(of: head)
      {
        return speaker
      }
      current = head
    }
    return nil
  }

  private func speaker(of verb: Int) -> ClaimDraft.Attribution? {
    arguments.subjects(ofVerb: verb).lazy.compactMap { name(of: $0.head) }.first
  }

  private func name(of head: Int) -> ClaimDraft.Attribution? {
    if let referent = phrases.referents(of: head).first { return .entity(referent.entity) }
    guard tree.isNoun(head), words.reporters.contains(tree.lemma(head)) else { return nil }
    var span = tree.span(of: head)
    while let first = span.first, first < head, ["case", "det"].contains(tree.relation(first)) {
      span = first + 1..<span.upperBound
    }
    return span.count <= 8 ? .words(tree.table.phrase(span)) : .words(tree.table.forms[head])
  }
}
