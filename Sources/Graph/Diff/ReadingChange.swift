/// How documents are read by another reader than before: the cause of changes that no document gives.
public struct ReadingChange: Hashable, Sendable {
  /// A part of the reader that isn't what it was.
  public struct Part: Hashable, Sendable {
    /// Which part.
    public let part: Reader.Part
    /// What it was; nil for none. Where several readers read a document, their values are joined by ", ".
    public let old: String?
    /// What it is; nil for none.
    public let new: String?
  }

  /// Which versions tell their readers.
  public enum Record: String, Hashable, Sendable { case both, old, new }

  /// The parts, in the order of `Reader.Part`; empty where the readers of one version aren't on record.
  public let parts: [Part]
  /// Which of the two versions have on record by what the documents were read.
  public let record: Record
  /// The documents that are read so, in both versions, ascending.
  public let documents: [String]

  /// The changes, those of most documents first, then by the first document; `told` are those of documents, which tell
  /// by themselves that they were corrected.
  static func changes(
    _ difference: GraphDifference, told: [DocumentChange]
  ) -> [ReadingChange] {
    let corrected = Set(told.filter { $0.kind == .corrected }.map(\.id))
    let old = Dictionary(
      difference.removed.documents.map { ($0.id, $0.readers) }, uniquingKeysWith: { a, _ in a })
    struct Key: Hashable {
      let parts: [Part]
      let record: Record
    }
    var documents: [Key: [String]] = [:]
    for document in difference.added.documents {
      guard let before = old[document.id], before != document.readers else { continue }
      let parts = parts(from: before, to: document.readers)
      if parts.map(\.part) == [.hand], corrected.contains(document.id) { continue }
      let record: Record = before.isEmpty ? .new : document.readers.isEmpty ? .old : .both
      documents[Key(parts: parts, record: record), default: []].append(document.id)
    }
    return documents.map { key, ids in
      ReadingChange(
        parts: key.parts, record: key.record, documents: ids.sorted { $0.utf8Precedes($1) })
    }.sorted { a, b in
      a.documents.count != b.documents.count
        ? a.documents.count > b.documents.count
        : a.documents[0].utf8Precedes(b.documents[0])
    }
  }

  /// What of readers differs; nothing where either are unknown.
  static func parts(from old: [Reader], to new: [Reader]) -> [Part] {
    guard !old.isEmpty, !new.isEmpty else { return [] }
    return Reader.Part.allCases.compactMap { part in
      let values = [old, new].map { readers in
        Set(readers.compactMap { $0[part] }).sorted { $0.utf8Precedes($1) }
          .joined(separator: ", ")
      }
      guard values[0] != values[1] else { return nil }
      return Part(
        part: part, old: values[0].isEmpty ? nil : values[0],
        new: values[1].isEmpty ? nil : values[1])
    }
  }
}

extension DocumentChange {
  /// What of the reader isn't what it was; empty where nothing is, or the readers of one version aren't on record.
  public var reading: [ReadingChange.Part] {
    guard let old, let new else { return [] }
    return ReadingChange.parts(from: old.readers, to: new.readers)
  }

  /// Whether both versions tell who read the document.
  var hasReaders: Bool { old?.readers.isEmpty == false && new?.readers.isEmpty == false }
}

extension ReadingChange.Part {
  /// "frames: 3f2a91c04b7d → 91bc22d07e55".
  var words: String { "\(part.rawValue): \(old ?? "none") → \(new ?? "none")" }

  /// "with other frames, another gazetteer and graphgen 0.2.0 instead of 0.1.0"; for no parts, nothing.
  static func phrase(_ parts: [ReadingChange.Part]) -> String {
    let phrases = parts.map(\.phrase)
    guard let last = phrases.last else { return "" }
    let first = phrases.dropLast().joined(separator: ", ")
    return "with " + (first.isEmpty ? last : "\(first) and \(last)")
  }

  private var phrase: String {
    switch part {
    case .engine: "graphgen \(new ?? "of unknown version") instead of \(old ?? "an unknown one")"
    case .mode: "the \(new ?? "other") parser instead of the \(old ?? "other")"
    case .model: "another language model"
    case .ontology: "another ontology"
    case .gazetteer: "another gazetteer"
    case .frames: "other frames"
    case .rules:
      new == nil ? "no graphgen.yaml" : old == nil ? "a graphgen.yaml" : "another graphgen.yaml"
    case .hand: new == nil ? "no corrections by hand" : "corrections by hand"
    }
  }
}
