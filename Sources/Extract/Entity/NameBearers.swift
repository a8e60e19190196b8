/// Who of several persons with one family name a text means by it alone.
///
/// Writers give relatives and namesakes their full names, and keep the bare name for the one whom the article is
/// about: "Kim" is Kim Jong Un, also where Kim Jong Il and Kim Chang Son come up.
struct NameBearers {
  /// Each word with the persons who bear it, in the order in which the text introduces them.
  private var persons: [String: [(entity: Int, token: Int)]] = [:]

  /// Notes that the text names a person in full at `token`.
  mutating func note(_ word: String, of entity: Int, at token: Int) {
    guard persons[word]?.contains(where: { $0.entity == entity }) != true else { return }
    persons[word, default: []].append((entity, token))
  }

  /// The one whom the word at `token` means: of those introduced before it the one of the highest rank, and of leaders
  /// of one rank the first. Nil where nothing tells them apart.
  ///
  /// `rank` tells how high a person's office is, from 0 for none.
  func bearer(of word: String, at token: Int, rank: (Int) -> Int) -> Int? {
    let all = persons[word] ?? []
    let introduced = all.filter { $0.token < token }
    let known = introduced.isEmpty ? all : introduced
    guard let highest = known.map({ rank($0.entity) }).max() else { return nil }
    let best = known.filter { rank($0.entity) == highest }
    if best.count == 1 || highest > 0 { return best.first?.entity }
    return nil
  }
}
