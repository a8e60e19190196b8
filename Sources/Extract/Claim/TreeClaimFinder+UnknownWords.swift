import Graph
import Language

extension TreeClaimFinder {
  /// The verbs and nouns of a sentence that stand between two actors whom some relation of happenings may join,
  /// and that no trigger fits: what frames may be missing. Each with the place of the second actor where that
  /// isn't the object.
  ///
  /// `joined` are the pairs of entities of which the sentence states something by other words: "held" in "held
  /// talks" is no gap.
  func unknownWords(in sentence: Range<Int>, joined: Set<Set<Int>>) -> [String] {
    sentence.filter { !isInName[$0] }.flatMap { token in
      let candidates =
        tree.isVerb(token)
        ? verbPlaces(of: token)
        : tree.partOfSpeech(token) == .noun ? nounPlaces(of: token) : []
      guard !candidates.isEmpty, triggers(at: token).isEmpty else { return [String]() }
      return candidates.filter { isGap(from: $0.source, to: $0.target, joined: joined) }.map(\.word)
    }
  }

  private typealias Place = (word: String, source: [Int], target: [Int])

  private func verbPlaces(of verb: Int) -> [Place] {
    let relation = tree.relation(verb)
    guard !relation.hasPrefix("aux"), relation != "cop", tree.lemma(verb) != "be" else { return [] }
    let subjects = actors(arguments.subjects(ofVerb: verb))
    guard !subjects.isEmpty else { return [] }
    let lemma = tree.lemma(verb)
    var places = [(word: lemma, source: subjects, target: actors(arguments.objects(ofVerb: verb)))]
    // "said in Moscow" is about neither.
    guard !library.clauseWords.reporting.contains(lemma) else { return places }
    for phrase in tree.dependents(of: verb) where tree.relation(phrase).hasPrefix("obl") {
      guard let preposition = tree.prepositions(of: phrase).first, preposition != "by" else {
        continue
      }
      let target = phrases.referents(of: phrase).map(\.entity)
      places.append(("\(lemma) \(preposition)", subjects, target))
    }
    return places
  }

  private func nounPlaces(of noun: Int) -> [Place] {
    let lemma = tree.lemma(noun)
    guard !library.institutions.contains(lemma) else { return [] }
    let between = actors(arguments.phrases(with: "between", of: noun))
    if between.count == 2 { return [("\(lemma) between (noun)", [between[0]], [between[1]])] }
    var places: [Place] = []
    for phrase in tree.dependents(of: noun) where tree.relation(phrase) == "nmod" {
      guard let preposition = tree.prepositions(of: phrase).first,
        Self.eventPrepositions.contains(preposition)
      else { continue }
      let target = phrases.referents(of: phrase).map(\.entity)
      guard !target.isEmpty else { continue }
      places.append(
        ("\(lemma) \(preposition) (noun)", actors(arguments.agents(ofNoun: noun)), target))
    }
    return places
  }

  /// Prepositions by which a noun of happening takes whom it is directed at; things take "of" and "in".
  private static let eventPrepositions: Set<String> = [
    "with", "against", "to", "on", "over", "toward", "towards",
  ]

  private func actors(_ fillers: [PredicateArguments.Filler]) -> [Int] {
    fillers.flatMap { phrases.referents(of: $0.head) }.map(\.entity)
  }

  /// Whether some pair could be joined by a relation of happenings, and none is.
  private func isGap(from sources: [Int], to targets: [Int], joined: Set<Set<Int>>) -> Bool {
    let pairs = sources.flatMap { source in targets.map { (source, $0) } }.filter { $0 != $1 }
    guard !pairs.contains(where: { joined.contains([$0, $1]) }) else { return false }
    return pairs.contains { source, target in
      ontology.relationTypes.contains {
        !$0.isStanding && $0.source.contains(entities.entities[source].type)
          && $0.target.contains(entities.entities[target].type)
      }
    }
  }
}
