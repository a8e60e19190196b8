import Language

/// Who took part in what was told last, for the plurals that take it up: "Abe met Putin. They agreed ...".
///
/// Coreference looks for a plural that the text names as one ("Abe and Putin"). Two that a symmetric relation
/// has joined are a plural as well, though the grammar never says so.
struct Participants {
  private let tree: SyntaxTree
  private let words: ClauseWords
  private var members: [Int] = []
  private var sentence = 0

  init(tree: SyntaxTree, words: ClauseWords) {
    self.tree = tree
    self.words = words
  }

  /// Notes who took part in a happening of two or more; those of one sentence count together.
  ///
  /// What somebody only speaks of (`isTold`) leaves those whom the text itself has told of shortly before.
  mutating func note(_ pair: [Int], in sentence: Int, isTold: Bool = false) {
    if isTold, !members.isEmpty, sentence - self.sentence <= Self.reach,
      !pair.contains(where: members.contains)
    {
      return
    }
    if sentence != self.sentence { members = [] }
    self.sentence = sentence
    for member in pair where !members.contains(member) { members.append(member) }
  }

  /// Whom the plural at `token` stands for; nobody where another plural has come between.
  func referents(of token: Int) -> [Int] {
    let here = tree.table.sentence[token]
    guard here > sentence, here - sentence <= Self.reach, fits(token), !hasRival(before: token)
    else { return [] }
    return members
  }

  /// Whether the word at `token` is a plural of as many.
  private func fits(_ token: Int) -> Bool {
    (2...Self.largest).contains(members.count) && isPlural(token)
      && number(of: token).map { $0 == members.count } ?? true
  }

  /// "they", "their", "the leaders", "both": a plural that says no more of whom it means.
  private func isPlural(_ token: Int) -> Bool {
    let word = tree.table.lower[token]
    guard words.plurals.contains(word) else { return false }
    guard tree.isNoun(token) else { return true }
    var isDefinite = false
    for dependent in tree.dependents(of: token) {
      let relation = tree.relation(dependent)
      if relation == "det" {
        isDefinite = ["the", "both", "these"].contains(tree.table.lower[dependent])
      }
      if relation.hasPrefix("nmod") || relation == "amod" || relation == "compound"
        || relation.hasPrefix("acl")
      {
        return false
      }
    }
    return isDefinite
  }

  /// How many the phrase says they are: "the three governments".
  private func number(of token: Int) -> Int? {
    tree.dependents(of: token, "nummod").first.flatMap { NounPhrase.numbers[tree.table.lower[$0]] }
  }

  /// Whether another plural is a subject between the happening and the word.
  private func hasRival(before token: Int) -> Bool {
    let first = tree.table.text.sentenceRecords[sentence].tokens.upperBound
    let sentence = tree.sentence(of: token)
    return (first..<token).contains {
      let isSubject = tree.relation($0).hasPrefix("nsubj")
      // "blacklisted several firms, accusing them", "Finland and Sweden are strong. Let us welcome them"
      if tree.relation($0) == "obj", tree.tag($0) == "NNS", sentence.contains($0),
        ["them", "their"].contains(tree.table.lower[token])
      {
        return true
      }
      guard isSubject else { return false }
      if tree.table.isCapitalized[$0],
        tree.dependents(of: $0, "conj").contains(where: { tree.table.isCapitalized[$0] })
      {
        return true
      }
      // "The European Union keeps their names": the subject may own what is theirs.
      if tree.tag(token) == "PRP$", sentence.contains($0), tree.table.isCapitalized[$0] {
        return true
      }
      return tree.tag($0) == "NNS" && !words.plurals.contains(tree.table.lower[$0])
    }
  }

  /// How many sentences on a plural may still take it up.
  private static let reach = 3
  private static let largest = 4
}
