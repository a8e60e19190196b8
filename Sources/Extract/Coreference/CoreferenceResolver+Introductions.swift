import Graph
import Language

/// Descriptions that take up how the text has introduced a body: "the Karu Front, a rebel movement", later "the
/// movement" and "the rebels".
extension CoreferenceResolver {
  /// The body that was introduced by the phrase's noun and comes up last.
  func introduced(as phrase: NounPhrase, sentence: Int) -> Int? {
    guard phrase.isDefinite, !phrase.isNarrowed, !phrase.isFormer, phrase.owners.isEmpty,
      phrase.compounds.isEmpty, phrase.count == nil
    else { return nil }
    var known: [Int] = []
    for referent in referents where referent.entities.count == 1 {
      let entity = referent.entities[0]
      guard entities.entities[entity].type == "organization", !known.contains(entity),
        introductions(at: referent.head).contains(phrase.lemma)
      else { continue }
      known.append(entity)
    }
    guard known.count == 1 else { return nil }
    let isNear = referents.contains {
      $0.entities == known && (0...Self.introductionReach).contains(sentence - $0.sentence)
    }
    return isNear ? known[0] : nil
  }

  /// The nouns that an apposition to a name tells what it is by: "movement" and "rebel".
  private func introductions(at name: Int) -> Set<String> {
    var nouns: Set<String> = []
    for apposition in trees.dependents(of: name, by: "appos")
    where trees.partsOfSpeech[apposition] == .noun && mentionAt[apposition] == nil {
      nouns.insert(trees.lemmas[apposition].lowercased())
      for word in trees.dependents(of: apposition, by: "compound") where mentionAt[word] == nil {
        nouns.insert(trees.lemmas[word].lowercased())
      }
    }
    return nouns
  }

  /// How many sentences after the body's name it may still be told of by its kind.
  private static let introductionReach = 3
}
