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

  /// The one whom the word at `token` means: the only one introduced before it, else the leader among them, of
  /// several leaders the first. Nil where nothing tells them apart.
  func bearer(of word: String, at token: Int, isLeader: (Int) -> Bool) -> Int? {
    let all = persons[word] ?? []
    let introduced = all.filter { $0.token < token }
    if introduced.count == 1 { return introduced[0].entity }
    return (introduced.isEmpty ? all : introduced).first { isLeader($0.entity) }?.entity
  }
}
