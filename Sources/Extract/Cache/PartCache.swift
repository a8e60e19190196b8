private import Foundation
private import Glibc
import Graph
private import Language

/// What documents state, kept in a folder from one run to the next.
///
/// A document's part of a graph depends on nothing but the document and what is known (`KnowledgeKey`), so it is
/// kept under a hash of both, and of the program, and never goes out of date. The folder may be deleted at any time, and used by several
/// programs at once: an entry is written aside and renamed, holds a checksum, and where it is missing or broken the
/// document is read anew.
///
/// Below the folder stand `<knowledge>/<two digits>/<document>`; both names are hashes.
public struct PartCache: Sendable {
  /// How much is kept.
  public struct Limits: Sendable {
    /// The number of knowledges (program, mode, user's files) whose parts are kept, the last used ones.
    public var knowledges = 8
    /// The bytes of all parts together; beyond, those that were used longest ago go.
    public var bytes = 1 << 30

    /// The usual ones.
    public init() {}
  }

  /// What the cache has for a document.
  enum Entry {
    case found(DocumentPart)
    case missing
    /// There is one, but it isn't what was once written.
    case broken
  }

  /// The cache's folder.
  public let folder: String
  /// Where the parts of this knowledge stand.
  let place: String
  var limits = Limits()

  /// A cache in a folder, which is made where something is first kept.
  public init(folder: String, knowledge: KnowledgeKey, limits: Limits = Limits()) {
    self.init(
      folder: folder, knowledge: knowledge, program: ProgramIdentity.current, limits: limits)
  }

  init(folder: String, knowledge: KnowledgeKey, program: String, limits: Limits = Limits()) {
    self.folder = folder
    self.limits = limits
    let both = Digest.hexadecimal(of: [("program", program), ("knowledge", knowledge.digest)])
    place = folder + "/" + String(both.prefix(32))
  }

  // MARK: - Reading and writing

  /// What the document states, where that is known.
  func entry(for document: Document) -> Entry {
    let path = path(of: document)
    guard let data = FileManager.default.contents(atPath: path) else { return .missing }
    let bytes = [UInt8](data)
    guard bytes.count > Self.checksumLength,
      Digest.bytes(of: bytes[Self.checksumLength...])
        .elementsEqual(bytes[..<Self.checksumLength]),
      let part = try? PartForm.part(from: Array(bytes[Self.checksumLength...]), of: document)
    else { return .broken }
    // Used today: what is used least goes first.
    unsafe utimes(path, nil)
    return .found(part)
  }

  /// Keeps what a document states.
  ///
  /// - Throws: `CacheError` where the folder can't be written to.
  func keep(_ part: DocumentPart, of document: Document) throws(CacheError) {
    let content = PartForm.bytes(of: part, firstLine: document.firstLine)
    let path = path(of: document)
    // Two programs that write the same entry write the same bytes, each aside under a name of its own.
    let aside = "\(path).\(UUID().uuidString)\(Self.asideSuffix)"
    do {
      try FileManager.default.createDirectory(
        atPath: String(path.prefix(upTo: path.lastIndex(of: "/") ?? path.endIndex)),
        withIntermediateDirectories: true)
      try Data(Digest.bytes(of: content) + content).write(to: URL(fileURLWithPath: aside))
    } catch {
      try? FileManager.default.removeItem(atPath: aside)
      throw CacheError(folder: folder, reason: CacheError.reason(of: error))
    }
    guard unsafe rename(aside, path) == 0 else {
      let reason = unsafe String(cString: strerror(errno))
      try? FileManager.default.removeItem(atPath: aside)
      throw CacheError(folder: folder, reason: reason)
    }
  }

  private func path(of document: Document) -> String {
    let key = Self.key(of: document)
    return "\(place)/\(key.prefix(2))/\(key.dropFirst(2))"
  }

  /// A hash of all of a document that its reading depends on: not its id, path and line, which only
  /// tell where it stands.
  static func key(of document: Document) -> String {
    let blocks = document.blocks.map { "\($0.range.start) \($0.range.end) \($0.role.rawValue)" }
    return Digest.hexadecimal(of: [
      ("title", document.title), ("published", document.published), ("source", document.source),
      ("url", document.url), ("lines", document.keepsLines ? "own" : "none"),
      ("blocks", blocks.joined(separator: "\n")), ("text", document.text),
    ])
  }

  private static let checksumLength = 32
  private static let asideSuffix = ".part"

  // MARK: - Keeping it small

  /// Notes that this knowledge was used.
  func noteUse() { unsafe utimes(place, nil) }

  /// Notes that this knowledge was used, and takes out what exceeds the limits.
  ///
  /// What another program has taken out meanwhile, or holds open, makes no difference.
  func prune() {
    let files = FileManager.default
    noteUse()
    let folders = Self.knowledges(in: folder).sorted {
      ($0.used, $0.path) > ($1.used, $1.path)
    }
    for old in folders.dropFirst(limits.knowledges) where old.path != place {
      try? files.removeItem(atPath: old.path)
    }
    var kept = folders.prefix(limits.knowledges).flatMap { Self.entries(in: $0.path) }
    // What a program that was killed has left aside.
    let anHourAgo = Date().timeIntervalSince1970 - 3600
    for entry in kept where entry.path.hasSuffix(Self.asideSuffix) && entry.used < anHourAgo {
      try? files.removeItem(atPath: entry.path)
    }
    var total = kept.reduce(0) { $0 + $1.bytes }
    guard total > limits.bytes else { return }
    kept.sort { ($0.used, $0.path) < ($1.used, $1.path) }
    // A little more than is needed, so that it isn't to be done again at once.
    for entry in kept {
      if total <= limits.bytes / 4 * 3 { break }
      try? files.removeItem(atPath: entry.path)
      total -= entry.bytes
    }
  }

  private typealias Stored = (path: String, used: Double, bytes: Int)

  /// The folders that are ours: others' files in the cache's folder are none of our business.
  private static func knowledges(in folder: String) -> [Stored] {
    stored(in: folder).filter { stored in
      let name = stored.path.dropFirst(folder.utf8.count + 1)
      return name.utf8.count == 32 && name.utf8.allSatisfy { Character(.init($0)).isHexDigit }
    }
  }

  private static func entries(in folder: String) -> [Stored] {
    stored(in: folder).flatMap { stored(in: $0.path) }
  }

  private static func stored(in folder: String) -> [Stored] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.compactMap { name in
      let path = "\(folder)/\(name)"
      var status = stat()
      guard unsafe lstat(path, &status) == 0 else { return nil }
      let used = Double(status.st_mtim.tv_sec) + Double(status.st_mtim.tv_nsec) / 1e9
      return (path, used, Int(status.st_size))
    }
  }
}

/// The cache can't be written to; everything works without it, only slower.
public struct CacheError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The cache's folder.
  public let folder: String
  /// The system's words.
  public let reason: String
  /// Both, and what to do.
  public var description: String {
    "\(folder): the cache can't be written (\(reason)); --cache names another folder, --no-cache does without"
  }

  fileprivate static func reason(of error: any Error) -> String {
    switch (error as? CocoaError)?.code {
    case .fileWriteNoPermission?: "permission denied"
    case .fileWriteOutOfSpace?: "no space left"
    case .fileWriteFileExists?, .fileWriteUnknown?: "a file is in the way"
    default: SourceBytes.reason(of: error)
    }
  }
}
