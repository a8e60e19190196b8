/// A place in a file, for messages: `seeds/a.txt:3:7`.
public struct FilePlace: Hashable, Sendable, CustomStringConvertible {
  /// The file's path, as it was found.
  public var path: String
  /// The 1-based line, where it is known.
  public var line: Int?
  /// The 1-based column in characters, where it is known.
  public var column: Int?

  /// A place in a file, or a whole file.
  public init(path: String, line: Int? = nil, column: Int? = nil) {
    self.path = path
    self.line = line
    self.column = column
  }

  /// The path, then line and column where they are known, joined by colons.
  public var description: String {
    [path, line.map(String.init), line == nil ? nil : column.map(String.init)]
      .compactMap { $0 }.joined(separator: ":")
  }
}

/// Something odd in what was read, which does not stop the run unless one asked to be strict.
public struct Warning: Hashable, Sendable, CustomStringConvertible {
  /// Where it is.
  public var place: FilePlace
  /// What was found, what was expected, and what to do.
  public var message: String

  /// A warning about a place.
  public init(_ place: FilePlace, _ message: String) {
    self.place = place
    self.message = message
  }

  /// The place and the message, as it is shown to people.
  public var description: String { "\(place): \(message)" }
}
