import Graph
import Language

/// Where, on what occasion, over what and about what.
extension TreeClaimFinder {
  struct Circumstances {
    var places: [Int] = []
    var occasions: [Int] = []
    var over: String?
    var topic: String?
  }

  /// Where, on what occasion and about what: from the trigger's own places, and from the phrases that hang on it
  /// and on the verb that it belongs to.
  func circumstances(of token: Int, _ trigger: Trigger) -> Circumstances {
    var result = Circumstances()
    result.places = referents("place", of: trigger, at: token).found
    result.occasions = referents("occasion", of: trigger, at: token).found
    for preposition in Self.placePrepositions where result.places.isEmpty {
      result.places = entities(with: preposition, at: token, class: "place")
    }
    for preposition in Self.occasionPrepositions where result.occasions.isEmpty {
      result.occasions = entities(with: preposition, at: token, class: "event")
    }
    for place in trigger.roles["over"] ?? [] where result.over == nil {
      guard let filler = fillers(of: place.name, trigger.wordClass, at: token).first else {
        continue
      }
      result.over =
        phrases.referents(of: filler.head).first.map { entities.entities[$0.entity].id.rawValue }
        ?? words(of: filler.head)
    }
    for place in trigger.roles["topic"] ?? [] where result.topic == nil {
      if place.name == "clause" {
        let clause = tree.dependents(of: token).first {
          ["xcomp", "ccomp", "acl"].contains(tree.relation($0))
        }
        result.topic = clause.flatMap(words)
      } else {
        result.topic = fillers(of: place.name, trigger.wordClass, at: token).first.flatMap {
          words(of: $0.head)
        }
      }
    }
    return result
  }

  /// What a pattern states, with the occasion on which the tree says that it happens.
  func withCircumstances(_ draft: ClaimDraft) -> ClaimDraft {
    let head = draft.tokens.last { tree.isNoun($0) && !isInName[$0] }
    guard let head, draft.occasion.isEmpty,
      ontology.relationType(draft.relation)?.isStanding == false
    else { return draft }
    var draft = draft
    for preposition in Self.occasionPrepositions where draft.occasion.isEmpty {
      draft.occasion = entities(with: preposition, at: head, class: "event").filter {
        $0 != draft.source && $0 != draft.target
      }
    }
    return draft
  }

  private func entities(with preposition: String, at token: Int, class nodeClass: String) -> [Int] {
    arguments.phrases(with: preposition, of: token).flatMap { phrases.referents(of: $0.head) }
      .map(\.entity).filter { entities.entities[$0].id.nodeClass == nodeClass }
  }

  /// The words of a phrase without its preposition; nil where they are too many to name a matter.
  private func words(of head: Int) -> String? {
    var span = tree.span(of: head)
    while let first = span.first, first < head,
      ["case", "det", "mark", "punct", "nmod:poss"].contains(tree.relation(first))
    {
      span = first + 1..<span.upperBound
    }
    while let last = span.last, last > head, tree.partOfSpeech(last) == .punctuation {
      span = span.lowerBound..<last
    }
    guard !span.isEmpty, span.count <= Self.longestTopic else { return nil }
    return table.phrase(span)
  }

  private static let longestTopic = 9
  private static let placePrepositions = ["in", "at"]
  private static let occasionPrepositions = [
    "on_the_sidelines_of", "at", "during", "within", "sidelines", "of",
  ]
}
