import Foundation
import Glibc

/// A file or folder as it was in a revision of a git repository, put into a folder of its own, which is gone when
/// nobody holds it any more.
final class GitTree {
  /// git said no.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// The revision, as it was asked for.
  private let revision: String
  /// The folder that stands for the repository's top.
  private let folder: String
  /// The folder in it that stands for the current one.
  private let place: String
  /// What was asked for, as it is called in `place`.
  private let path: String
  /// Whether the revision has the path at all.
  private(set) var isThere = true

  /// What `path` was in `revision`. `path` is relative to the current folder, or absolute.
  ///
  /// - Throws: `Failure` where there is no git, no repository or no such revision.
  init(_ path: String, at revision: String) throws {
    self.revision = revision
    folder =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("graphgen-\(UUID().uuidString)").path
    let repository = try Self.git(["rev-parse", "--absolute-git-dir"])
    guard
      let commit = try? Self.git([
        "rev-parse", "--verify", "--quiet", "--end-of-options", "\(revision)^{commit}",
      ])
    else {
      throw Failure(
        description: "no revision '\(revision)' in this repository; 'git log --oneline' lists them."
      )
    }
    let prefix = try Self.git(["rev-parse", "--show-prefix"])
    let name = try Self.name(path, below: prefix)
    place = path.hasPrefix("/") ? folder : "\(folder)/\(prefix)"
    self.path = path.hasPrefix("/") ? name : path
    guard let kind = try? Self.git(["cat-file", "-t", "\(commit):\(name)"]) else {
      isThere = false
      return
    }
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    // An article has its manifest beside it.
    let isFolder = kind == "tree"
    let file = "\(folder)/\(name)"
    let tree = isFolder ? name : name.split(separator: "/").dropLast().joined(separator: "/")
    let target = isFolder ? file : URL(fileURLWithPath: file).deletingLastPathComponent().path
    try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
    if !isFolder, !GraphSource.isArticle(path) {
      let bytes = try Self.output(["cat-file", "blob", "\(commit):\(name)"])
      try bytes.write(to: URL(fileURLWithPath: file))
      return
    }
    let environment = [
      "GIT_DIR": repository, "GIT_WORK_TREE": target, "GIT_INDEX_FILE": "\(folder)/.index",
    ]
    _ = try Self.output(
      ["read-tree", "\(commit):\(tree)"], in: target, environment: environment)
    _ = try Self.output(
      ["checkout-index", "--all", "--force", "--quiet"], in: target, environment: environment)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Runs `work` in the folder, with the path as it is called there.
  ///
  /// The process has one current folder: nothing else may rely on it meanwhile.
  ///
  /// - Throws: `Failure`, with the revision and what `work` threw.
  func inside<Result>(_ work: (String) async throws -> Result) async throws -> Result {
    let here = FileManager.default.currentDirectoryPath
    guard FileManager.default.changeCurrentDirectoryPath(place) else {
      throw Failure(description: "\(place): can't be entered")
    }
    defer { _ = FileManager.default.changeCurrentDirectoryPath(here) }
    do {
      return try await work(path)
    } catch {
      throw Failure(description: "in \(revision): \(error)")
    }
  }

  /// The path from the repository's top, without `.`, `..` and doubled slashes.
  private static func name(_ path: String, below prefix: String) throws -> String {
    let top = try? git(["rev-parse", "--show-toplevel"])
    var full = prefix + path
    if path.hasPrefix("/") {
      guard let top, path == top || path.hasPrefix(top + "/") else {
        throw Failure(description: "\(path): not in this repository; name a file or folder of it.")
      }
      full = String(path.dropFirst(top.count))
    }
    var parts: [Substring] = []
    for part in full.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(part)
      } else if parts.popLast() == nil {
        throw Failure(description: "\(path): not in this repository; name a file or folder of it.")
      }
    }
    return parts.joined(separator: "/")
  }

  /// What git writes, without the line's end.
  static func git(_ arguments: [String]) throws -> String {
    let text = String(decoding: try output(arguments), as: UTF8.self)
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }

  private static func output(
    _ arguments: [String], in folder: String? = nil, environment: [String: String] = [:]
  ) throws -> Data {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git"] + arguments
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let (output, errors) = (Pipe(), Pipe())
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    // git says little when it fails, and nothing else to standard error: no pipe fills while the other is read.
    let data = output.fileHandleForReading.readDataToEndOfFile()
    let words = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      let reason = String(decoding: words, as: UTF8.self).split(separator: "\n").first
      throw Failure(
        description: process.terminationStatus == 127
          ? "git isn't installed; --git needs it (apt-get install git)."
          : "git \(arguments[0]): \(reason.map(String.init) ?? "failed")")
    }
    return data
  }
}

/// Two revisions, as `git diff` takes them.
struct GitRange {
  let old: String
  /// Nil for the files as they are.
  let new: String?

  /// `A..B`, `A...B` (from where B branched off), `A..` (to HEAD), or `A` (to the files as they are).
  ///
  /// - Throws: `GitTree.Failure` where git knows no common ancestor.
  init(_ text: String) throws {
    if let dots = text.range(of: "...") {
      let (a, b) = (String(text[..<dots.lowerBound]), String(text[dots.upperBound...]))
      new = b.isEmpty ? "HEAD" : b
      old = try GitTree.git(["merge-base", a.isEmpty ? "HEAD" : a, b.isEmpty ? "HEAD" : b])
    } else if let dots = text.range(of: "..") {
      let (a, b) = (String(text[..<dots.lowerBound]), String(text[dots.upperBound...]))
      old = a.isEmpty ? "HEAD" : a
      new = b.isEmpty ? "HEAD" : b
    } else {
      old = text
      new = nil
    }
  }
}
