internal import Yams

/// What a `corpus.yaml` says of the files beside it.
///
///     documents:
///       - file: a.txt
///         date: 2014-09-27
///         title: …
///         source: Kyodo
///         url: https://…
///         note: for people; graphgen reads past it
///     ignore: [gold]
///
/// `ignore` names files and folders beside it that are no articles.
struct Manifest: Sendable {
  /// The name that such a file has.
  static let fileName = "corpus.yaml"

  /// What it says of one file.
  struct Entry: Sendable {
    var metadata: DocumentMetadata
    /// Where it stands.
    var place: FilePlace
  }

  /// By the file's name.
  var entries: [String: Entry] = [:]
  /// The names of what is beside it and no article.
  var ignored: Set<String> = []

  /// What a manifest says, and what was odd about it.
  static func read(_ yaml: String, path: String) -> (manifest: Manifest, warnings: [Warning]) {
    var fields = YAMLFields(path: path)
    var result = Manifest()
    guard let tree = fields.tree(of: yaml, whatIsLost: "the manifest is passed over") else {
      return (result, fields.warnings)
    }
    guard let mapping = tree.mapping else {
      fields.warn(
        at: tree.mark, "expected a list named 'documents'; found something else. Correct it.")
      return (result, fields.warnings)
    }
    for (key, value) in mapping {
      switch key.string {
      case "documents"?: result.addDocuments(value, &fields)
      case "ignore"?:
        let names = value.sequence.map(Array.init) ?? [value]
        result.ignored.formUnion(names.compactMap { $0.scalar?.string }.map(normalName))
      default:
        fields.warn(
          at: key.mark,
          "unknown key '\(key.string ?? "?")'; expected 'documents' or 'ignore'. Correct it, or leave it out."
        )
      }
    }
    return (result, fields.warnings)
  }

  private mutating func addDocuments(_ list: Node, _ fields: inout YAMLFields) {
    guard let list = list.sequence else {
      fields.warn(
        at: list.mark, "'documents' is not a list; expected one entry a file. Correct it.")
      return
    }
    for node in list {
      guard let entry = node.mapping, let file = fields.string("file", in: entry) else {
        fields.warn(
          at: node.mark,
          "an entry without 'file'; expected the name of a file beside the manifest. Add it.")
        continue
      }
      for (key, _) in entry where !Self.keys.contains(key.string ?? "") {
        fields.warn(
          at: key.mark,
          "unknown key '\(key.string ?? "?")'; expected one of \(Self.keys.joined(separator: ", ")). "
            + "Correct it, or leave it out.")
      }
      let name = Self.normalName(file)
      guard !name.contains("/") else {
        fields.warn(
          at: entry["file"]?.mark,
          "'\(file)' is in another folder; expected a file beside the manifest. "
            + "Put a \(Self.fileName) into that folder.")
        continue
      }
      guard entries[name] == nil else {
        fields.warn(
          at: entry["file"]?.mark,
          "a second entry for '\(file)'; expected one. The first counts; take one out.")
        continue
      }
      let metadata = fields.metadata(of: entry)
      entries[name] = Entry(metadata: metadata, place: fields.place(of: entry["file"]?.mark))
    }
  }

  private static let keys = ["file", "date", "title", "source", "url", "note"]

  /// A name without `./` before it or a slash after it.
  private static func normalName(_ name: String) -> String {
    var name = Substring(name)
    while name.hasPrefix("./") { name = name.dropFirst(2) }
    while name.hasSuffix("/") { name = name.dropLast() }
    return String(name)
  }
}
