internal import Foundation

/// Reads articles from files and folders.
///
/// Folders are read with all below them, in name order: plain text (`.txt`, `.text`), Markdown (`.md`,
/// `.markdown`), HTML (`.html`, `.htm`) and JSON Lines (`.jsonl`, `.ndjson`, one article a line with `id`,
/// `title`, `text`, `date`, `source`, `url`). Text and Markdown may start with YAML front matter (`title`,
/// `date`, `source`, `url`); a manifest `corpus.yaml` may say the same of the files beside it, and counts also
/// for a file that is named alone. The nearer wins: front matter or record, then manifest, then what a page's
/// markup suggests. Hidden files, the manifest and pages about the folder (`README.md`, `SOURCES.md`) are
/// left alone; any other file that is no article is skipped with a warning.
public enum CorpusReader {
  /// The path that stands for standard input, which is read as plain text.
  public static let standardInputPath = "-"

  /// The articles at the given paths.
  ///
  /// - Parameters:
  ///   - paths: Files and folders; `-` is standard input. A file reached twice is read once.
  ///   - strict: Whether anything odd fails.
  ///   - standardInput: What standard input holds, where a caller has read it; else it is read.
  /// - Returns: The articles, sorted by id, and what was odd about reading them.
  /// - Throws: `CorpusError`: a path that doesn't exist or can't be read, or, strictly, anything odd.
  public static func read(
    _ paths: [String], strict: Bool = false, standardInput: [UInt8]? = nil
  ) throws(CorpusError) -> Corpus {
    var drafts: [DocumentDraft] = []
    var warnings: [Warning] = []
    var skipped = 0
    var listing = CorpusListing()
    for path in paths where path != standardInputPath { try listing.add(path) }
    warnings += listing.warnings
    skipped += listing.skipped

    for file in listing.files {
      var reading = DocumentReading()
      let problem = reading.read(file)
      if file.isNamed, let reason = problem?.systemReason {
        throw .unreadable(path: file.path, reason: reason)
      }
      drafts += reading.drafts
      warnings += reading.warnings
      skipped += reading.skipped
    }
    if paths.contains(standardInputPath) {
      var reading = DocumentReading()
      let bytes: [UInt8]
      if let standardInput { bytes = standardInput } else { bytes = try Self.standardInput() }
      reading.readText(bytes, path: standardInputPath, resolved: "/standard-input")
      drafts += reading.drafts
      warnings += reading.warnings
      skipped += reading.skipped
    }

    let (documents, duplicates) = DocumentDraft.documents(from: drafts)
    warnings += duplicates
    skipped += duplicates.count
    if strict, !warnings.isEmpty { throw .odd(warnings) }
    return Corpus(documents: documents, warnings: warnings, skipped: skipped)
  }

  private static func standardInput() throws(CorpusError) -> [UInt8] {
    do {
      return Array(try FileHandle.standardInput.readToEnd() ?? Data())
    } catch {
      throw .unreadable(path: standardInputPath, reason: SourceBytes.reason(of: error))
    }
  }
}
