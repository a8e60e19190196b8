import Language

/// The trees of a document, turned around: who depends on a token, and who is whose subject.
final class DependencyIndex: Sendable {
  /// The relation of each token to its head, without the subtype; "root" where it has none.
  let relations: [String]
  let heads: [Int?]
  let partsOfSpeech: [PartOfSpeech]
  let lemmas: [String]
  /// What verbs take, by which a tree is read.
  let words: ClauseWords
  private let dependents: Dependents

  init(_ text: AnnotatedText, words: ClauseWords) {
    self.words = words
    let records = text.tokenRecords
    relations = records.map { record in
      guard let relation = record.relation?.rawValue else { return "root" }
      guard let colon = relation.utf8.firstIndex(of: UInt8(ascii: ":")),
        relation != "nmod:poss", relation != "nmod:desc"
      else { return relation }
      return String(relation[..<colon])
    }
    heads = records.map(\.head)
    partsOfSpeech = records.map { $0.partOfSpeech ?? .other }
    lemmas = records.map { $0.lemma ?? "" }
    dependents = Dependents(records)
  }

  /// The dependents of a token, in the order of the text.
  func dependents(of token: Int) -> ArraySlice<Int> { dependents[token] }

  /// The dependents of a token by that relation, in the order of the text.
  func dependents(of token: Int, by relation: String) -> [Int] {
    dependents(of: token).filter { relations[$0] == relation }
  }

  /// The token of `tokens` that heads them: the one whose own head is outside.
  func head(of tokens: Range<Int>) -> Int {
    tokens.first { heads[$0].map { !tokens.contains($0) } ?? true } ?? tokens.upperBound - 1
  }

  /// The path from a token up to the root, without the token itself.
  func ancestors(of token: Int) -> [Int] {
    var path: [Int] = []
    var next = heads[token]
    // A tree has no cycles; the bound guards against annotations that a file got wrong.
    while let token = next, path.count < 200 {
      path.append(token)
      next = heads[token]
    }
    return path
  }

  /// The subject of a predicate: its own, or the one that it shares with the verb it is joined to.
  func subject(of predicate: Int) -> Int? {
    var verb = predicate
    for _ in 0..<4 {
      if let subject = dependents(of: verb).first(where: { relations[$0] == "nsubj" }) {
        return subject
      }
      guard ["conj", "xcomp", "advcl"].contains(relations[verb]), let head = heads[verb] else {
        return nil
      }
      // "urged Chad to end its war": who is urged ends it.
      if relations[verb] == "xcomp" || isOfObject(verb),
        let controller = dependents(of: head).first(where: {
          head < $0 && $0 < verb
            && (["obj", "iobj"].contains(relations[$0])
              && !words.subjectControl.contains(lemmas[head]) || isAddressed($0, by: head))
        })
      {
        return controller
      }
      verb = head
    }
    return nil
  }

  /// "called on Chad to end its war"
  private func isAddressed(_ token: Int, by verb: Int) -> Bool {
    guard relations[token] == "obl", let prepositions = words.addressing[lemmas[verb]] else {
      return false
    }
    return !TimeWords.names(lemmas[token].lowercased())
      && dependents(of: token, by: "case").contains {
        prepositions.contains(lemmas[$0].lowercased())
      }
  }

  /// "accused Chad of plotting": a gerund behind "of" or "from" tells what the object does.
  func isOfObject(_ verb: Int) -> Bool {
    relations[verb] == "advcl"
      && dependents(of: verb, by: "mark").contains {
        ["of", "from"].contains(lemmas[$0].lowercased())
      }
  }

  /// The predicate that a noun is an argument of, past the nouns that it modifies.
  func predicate(of token: Int) -> Int? {
    var child = token
    for ancestor in ancestors(of: token) {
      if Self.arguments.contains(relations[child]) || Self.clauses.contains(relations[child]) {
        return ancestor
      }
      child = ancestor
    }
    return nil
  }

  static let arguments: Set<String> = ["nsubj", "obj", "iobj", "obl", "csubj"]
  static let clauses: Set<String> = ["ccomp", "xcomp", "advcl", "acl", "parataxis"]
}
