internal import Foundation
internal import Graph

/// How a file's text is taken out of it.
enum DocumentFormat: Sendable {
  case text, markdown, html, jsonLines

  /// The format that a file's extension tells; nil for one that is no article's.
  init?(extension name: String) {
    switch name.lowercased() {
    case "txt", "text": self = .text
    case "md", "markdown": self = .markdown
    case "html", "htm": self = .html
    case "jsonl", "ndjson": self = .jsonLines
    default: return nil
    }
  }

  /// The extensions that are read, for messages.
  static let extensions = ".txt, .text, .md, .markdown, .html, .htm, .jsonl or .ndjson"
}

/// The files of a corpus, before any of them is read.
struct CorpusListing {
  /// A file to read.
  struct File {
    /// As it was found: below a folder as that was named, without `.` and doubled slashes.
    var path: String
    /// The absolute path with all links followed: the same however the file was named.
    var resolved: String
    /// How to read it.
    var format: DocumentFormat
    /// What the manifest beside it says of it.
    var metadata: DocumentMetadata
    /// Whether it was itself named, not a folder above it.
    var isNamed: Bool
  }

  /// In the order of the paths given, and of the names in each folder; no file twice.
  private(set) var files: [File] = []
  private(set) var warnings: [Warning] = []
  private(set) var skipped = 0
  private var seen: Set<String> = []
  private var manifests: [String: Manifest] = [:]

  /// Adds the file at a path, or all files below it.
  ///
  /// - Throws: `CorpusError.missing`, or `.unreadable` for a folder that may not be listed.
  mutating func add(_ path: String) throws(CorpusError) {
    let path = Self.normal(path)
    let resolved = Self.resolve(path)
    switch Self.kind(of: resolved) {
    case nil where FileManager.default.fileExists(atPath: path):
      // What another process writes to a pipe is there, and no link leads to it.
      addNamedFile(path, resolved: path)
    case nil: throw .missing(path: path)
    case .typeDirectory?:
      let before = files.count + skipped
      do {
        try addFolder(path, resolved: resolved)
      } catch {
        throw .unreadable(path: path, reason: error.reason)
      }
      if files.count + skipped == before,
        !files.contains(where: { $0.resolved.hasPrefix(resolved) })
      {
        warn(path, "holds no article; expected files ending in \(DocumentFormat.extensions).")
      }
    default: addNamedFile(path, resolved: resolved)
    }
  }

  private struct Unlistable: Error { var reason: String }

  private mutating func addFolder(_ path: String, resolved: String) throws(Unlistable) {
    guard seen.insert(resolved).inserted else { return }
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: resolved).sorted {
        $0.utf8.lexicographicallyPrecedes($1.utf8)
      }
    } catch {
      throw Unlistable(reason: SourceBytes.reason(of: error))
    }
    let manifest = manifest(in: path, resolved: resolved)
    for (name, entry) in manifest.entries.sorted(by: {
      $0.value.place.line ?? 0 < $1.value.place.line ?? 0
    })
    where !names.contains(name) {
      warnings.append(
        Warning(
          entry.place,
          "'\(name)' is not in the folder; expected a file beside the manifest. Correct the name, or take the entry out."
        ))
    }
    for name in names where !name.hasPrefix(".") && !manifest.ignored.contains(name) {
      let child = path == "." ? name : path.hasSuffix("/") ? path + name : "\(path)/\(name)"
      let resolved = Self.resolve(child)
      switch Self.kind(of: resolved) {
      case .typeDirectory?:
        do {
          try addFolder(child, resolved: resolved)
        } catch {
          skip(child, "cannot be listed: \(error.reason). Check who may read it.")
        }
      case .typeRegular?:
        if [Manifest.fileName, IdentityRules.fileName].contains(name) || Self.describesFolder(name)
        {
          continue
        }
        guard let format = DocumentFormat(extension: Self.pathExtension(name)) else {
          skip(
            child,
            "no kind of article; expected \(DocumentFormat.extensions). "
              + "Move it, or list it under 'ignore' in a \(Manifest.fileName) beside it.")
          continue
        }
        addFile(child, resolved: resolved, format: format, manifest: manifest, isNamed: false)
      case nil: skip(child, "leads nowhere: a link to a file that isn't there. Take it out.")
      default: skip(child, "neither a file nor a folder. Move it away.")
      }
    }
  }

  private mutating func addNamedFile(_ path: String, resolved: String) {
    let name = Self.name(path)
    if [Manifest.fileName, IdentityRules.fileName].contains(name) { return }
    if Self.describesFolder(name) {
      skip(path, "looks like a page about the folder, not an article. Rename it to have it read.")
      return
    }
    let suffix = Self.pathExtension(name)
    guard let format = DocumentFormat(extension: suffix.isEmpty ? "txt" : suffix) else {
      skip(
        path,
        "no kind of article; expected \(DocumentFormat.extensions). Rename it, or send it to standard input."
      )
      return
    }
    let folder =
      path.split(separator: "/").count == 1 && !path.hasPrefix("/")
      ? "." : String(path.dropLast(name.count + 1))
    let manifest = manifest(in: folder.isEmpty ? "/" : folder, resolved: Self.resolve(folder))
    addFile(path, resolved: resolved, format: format, manifest: manifest, isNamed: true)
  }

  private mutating func addFile(
    _ path: String, resolved: String, format: DocumentFormat, manifest: Manifest, isNamed: Bool
  ) {
    guard seen.insert(resolved).inserted else { return }
    files.append(
      File(
        path: path, resolved: resolved, format: format,
        metadata: manifest.entries[Self.name(path)]?.metadata ?? DocumentMetadata(),
        isNamed: isNamed))
  }

  /// The manifest of a folder, read once; an empty one where there is none.
  private mutating func manifest(in folder: String, resolved: String) -> Manifest {
    if let known = manifests[resolved] { return known }
    var result = Manifest()
    let path = folder == "." ? Manifest.fileName : "\(folder)/\(Manifest.fileName)"
    if Self.kind(of: Self.resolve(path)) != nil {
      switch SourceBytes.text(at: path) {
      case .success(let source):
        let (manifest, odd) = Manifest.read(source.text, path: path)
        result = manifest
        warnings += odd
      case .failure(let problem): warnings.append(problem.warning)
      }
    }
    manifests[resolved] = result
    return result
  }

  private mutating func warn(_ path: String, _ message: String) {
    warnings.append(Warning(FilePlace(path: path), message))
  }

  private mutating func skip(_ path: String, _ message: String) {
    warn(path, message)
    skipped += 1
  }

  // MARK: Names and kinds

  /// Whether a file tells of the folder that it is in: one of the names that such files have by custom, in
  /// capitals, whatever its extension.
  static func describesFolder(_ name: String) -> Bool {
    let stem = name.prefix { $0 != "." }
    return [
      "README", "SOURCES", "LICENSE", "LICENCE", "COPYING", "COPYRIGHT", "NOTICE", "AUTHORS",
      "CREDITS", "CHANGELOG", "CONTRIBUTING", "ATTRIBUTION", "CITATION", "INDEX", "TODO",
    ].contains(String(stem))
  }

  /// A path without `.` components, doubled slashes and a slash at the end.
  static func normal(_ path: String) -> String {
    let parts = path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
    if path.hasPrefix("/") { return "/" + parts }
    return parts.isEmpty ? "." : parts
  }

  private static func resolve(_ path: String) -> String {
    URL(fileURLWithPath: path).resolvingSymlinksInPath().path
  }

  /// What stands at a path whose links have been followed; nil where nothing does.
  private static func kind(of resolved: String) -> FileAttributeType? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: resolved)
    let type = attributes?[.type] as? FileAttributeType
    // A link that is left after all links have been followed leads nowhere.
    return type == .typeSymbolicLink ? nil : type
  }

  /// The last component of a path.
  static func name(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// What follows the last dot of a name that doesn't start with it; empty where there is none.
  static func pathExtension(_ name: String) -> String {
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return "" }
    return String(name[name.index(after: dot)...])
  }
}
