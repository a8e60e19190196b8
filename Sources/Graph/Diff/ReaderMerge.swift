/// Merges by whom documents were read, apart from what they are: that two sides read one document with different readers
/// is no conflict, since all that they found in it stands in the result.
struct ReaderMerge {
  /// What one side took out and put in.
  typealias Change = (removed: [SourceDocument], added: [SourceDocument])

  private let base: [String: SourceDocument]
  private let ours: [String: SourceDocument]
  private let theirs: [String: SourceDocument]

  init(base: [SourceDocument], ours: Change, theirs: Change) {
    let byID = { (documents: [SourceDocument]) in
      Dictionary(documents.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    }
    self.base = byID(base)
    self.ours = byID(ours.added)
    self.theirs = byID(theirs.added)
  }

  /// The document with the readers that both sides leave it: those that either added, and that neither took out.
  func applied(to document: SourceDocument) -> SourceDocument {
    var result = document
    let base = base[document.id]
    let sides = [ours, theirs].map { $0[document.id] ?? base }
    let readers = sides.map { Set($0?.readers ?? []) }
    let isNew = sides.map { $0?.hash != base?.hash }
    if isNew[0] != isNew[1] {
      // Who read another text before, or on the other side, has nothing to do with this one.
      result.readers = readers[isNew[0] ? 0 : 1].sorted()
    } else {
      let before = isNew[0] ? [] : Set(base?.readers ?? [])
      let kept = before.intersection(readers[0]).intersection(readers[1])
      let came = readers[0].union(readers[1]).subtracting(before)
      result.readers = kept.union(came).sorted()
    }
    return result
  }

  /// The change of the documents as such, without that of documents which are the same but for who read them.
  static func unread(_ change: Change) -> Change {
    let removed = change.removed.map(\.unread)
    let added = change.added.map(\.unread)
    let both = Set(removed).intersection(added)
    return (removed.filter { !both.contains($0) }, added.filter { !both.contains($0) })
  }
}
