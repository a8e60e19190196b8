/// What a query found: rows of named values, for people or for programs.
public struct QueryTable: Hashable, Sendable {
  /// A value of a row.
  public enum Value: Hashable, Sendable {
    case text(String)
    case number(Int)
    /// Several, in one cell.
    case list([String])
    case none
  }

  /// The names of the columns.
  public let columns: [String]
  /// The rows, with a value for each column.
  public private(set) var rows: [[Value]] = []

  init(_ columns: [String]) { self.columns = columns }

  mutating func add(_ values: [Value]) {
    precondition(values.count == columns.count, "a row has a value for each column")
    rows.append(values)
  }

  /// How a table is written.
  public enum Format: String, CaseIterable, Hashable, Sendable {
    /// Columns for people.
    case table
    /// An array of objects.
    case json
    /// An object a line.
    case ndjson
  }

  /// The table as text, with a final newline unless it is empty.
  public func text(_ format: Format) -> String {
    switch format {
    case .table: aligned
    case .ndjson: rows.map { object($0) + "\n" }.joined()
    case .json:
      rows.isEmpty
        ? "[]\n" : "[\n" + rows.map { "  " + object($0) }.joined(separator: ",\n") + "\n]\n"
    }
  }

  private func object(_ row: [Value]) -> String {
    let members = zip(columns, row).compactMap { name, value -> String? in
      switch value {
      case .none: nil
      case .text(let text): "\(JSONText.quoted(name)): \(JSONText.quoted(text))"
      case .number(let number): "\(JSONText.quoted(name)): \(number)"
      case .list(let texts):
        "\(JSONText.quoted(name)): [\(texts.map(JSONText.quoted).joined(separator: ", "))]"
      }
    }
    return "{\(members.joined(separator: ", "))}"
  }

  /// Columns with two blanks between; the last one isn't padded.
  private var aligned: String {
    let cells = [columns] + rows.map { $0.map(\.words) }
    let widths = columns.indices.map { column in
      cells.lazy.map { $0[column].count }.max() ?? 0
    }
    return cells.map { row in
      var line = ""
      for (column, cell) in row.enumerated() {
        line += cell
        if column < row.count - 1 {
          line += String(repeating: " ", count: widths[column] - cell.count + 2)
        }
      }
      while line.hasSuffix(" ") { line.removeLast() }
      return line + "\n"
    }.joined()
  }
}

extension QueryTable.Value {
  /// The value on one line; nothing for none.
  fileprivate var words: String {
    let text: String
    switch self {
    case .none: return ""
    case .number(let number): return String(number)
    case .list(let texts): text = texts.joined(separator: "; ")
    case .text(let words): text = words
    }
    return text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// A text, where there is one.
  init(_ text: String?) { self = text.map { .text($0) } ?? .none }
}
