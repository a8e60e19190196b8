/// An article that has been read, before all ids of the corpus are known.
struct DocumentDraft: Sendable {
  /// The id that its record states, if one does.
  var statedID: String?
  /// As it was found.
  var path: String
  /// The absolute path, the same however it was named.
  var resolved: String
  /// The line of its record, in a file that holds several.
  var recordLine: Int?
  var metadata: DocumentMetadata
  var text: String
  var keepsLines: Bool
  var blocks: [TextBlock]

  /// Documents with unique ids, and a warning for each draft that was left out because its record states the
  /// id of one before it.
  ///
  /// A file's id is its name without extension. Where several files would share one, each takes the shortest
  /// end of its path that tells it apart, without its extension if that suffices: `2014/a` and `2015/a`,
  /// `a.txt` and `a.md`. The path is the file's real one, so that the id doesn't depend on how a folder was
  /// named, nor on the order of the files.
  static func documents(from drafts: [DocumentDraft]) -> (
    documents: [Document], warnings: [Warning]
  ) {
    var warnings: [Warning] = []
    var kept: [DocumentDraft] = []
    var stated: [String: FilePlace] = [:]
    for draft in drafts {
      if let id = draft.statedID {
        let place = FilePlace(path: draft.path, line: draft.recordLine)
        if let first = stated[id] {
          warnings.append(
            Warning(
              place,
              "the id '\(id)' is taken by \(first); expected one of its own. Skipped; change it, or take one out."
            ))
          continue
        }
        stated[id] = place
      }
      kept.append(draft)
    }

    var levels = Array(repeating: 0, count: kept.count)
    var ids = kept.map { $0.id(atLevel: 0) }
    while true {
      var owners: [String: [Int]] = [:]
      for (index, id) in ids.enumerated() { owners[id, default: []].append(index) }
      let movable = owners.values.filter { $0.count > 1 }.joined()
        .filter { kept[$0].statedID == nil && levels[$0] < kept[$0].lastLevel }
      if movable.isEmpty { break }
      for index in movable {
        levels[index] += 1
        ids[index] = kept[index].id(atLevel: levels[index])
      }
    }

    var taken: [String: FilePlace] = stated
    var documents: [Document] = []
    for (draft, id) in zip(kept, ids) {
      let place = FilePlace(path: draft.path, line: draft.recordLine)
      if draft.statedID == nil, let first = taken.updateValue(place, forKey: id) {
        taken[id] = first
        warnings.append(
          Warning(
            place,
            "the id '\(id)' is taken by \(first); expected one of its own. Skipped; rename the file."
          ))
        continue
      }
      documents.append(draft.document(id: id))
    }
    return (documents, warnings)
  }

  private func document(id: String) -> Document {
    Document(
      id: id, path: path, title: metadata.title, published: metadata.published,
      source: metadata.source,
      url: metadata.url, text: text, firstLine: recordLine ?? 1, keepsLines: keepsLines,
      blocks: blocks)
  }

  private var components: [Substring] { resolved.split(separator: "/") }

  /// The level at which the whole path, with its extension, is the id.
  private var lastLevel: Int { 2 * components.count - 1 }

  /// Even levels leave the extension out; each pair of levels takes one more folder of the path.
  private func id(atLevel level: Int) -> String {
    if let statedID { return statedID }
    var parts = components.suffix(level / 2 + 1).map(String.init)
    if level % 2 == 0, let name = parts.popLast() {
      let suffix = CorpusListing.pathExtension(name)
      parts.append(suffix.isEmpty ? name : String(name.dropLast(suffix.count + 1)))
    }
    return parts.joined(separator: "/") + (recordLine.map { "-\($0)" } ?? "")
  }
}
