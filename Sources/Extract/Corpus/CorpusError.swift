/// Why a corpus could not be read.
public enum CorpusError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A path that was named does not exist.
  case missing(path: String)
  /// A path that was named exists, and cannot be read.
  case unreadable(path: String, reason: String)
  /// Reading was to be strict, and these were found; never empty.
  case odd([Warning])

  /// What to tell people: where, what was found, what was expected, what to do.
  public var description: String {
    switch self {
    case .missing(let path):
      "\(path): no such file or folder. Check the spelling, or leave it out."
    case .unreadable(let path, let reason):
      "\(path): cannot be read: \(reason). Check who may read it, or leave it out."
    case .odd(let warnings):
      warnings.map(\.description).joined(separator: "\n")
    }
  }
}
