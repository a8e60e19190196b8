internal import Yams

/// What is known of an article from outside its text; each field nil where nothing is.
struct DocumentMetadata: Hashable, Sendable {
  var title: String?
  var published: String?
  var source: String?
  var url: String?

  /// These fields, and those of `farther` where a field is missing here.
  ///
  /// What stands nearer to the article wins: its own front matter or record over the manifest beside it,
  /// and both over what was guessed from a page.
  func completed(by farther: DocumentMetadata) -> DocumentMetadata {
    DocumentMetadata(
      title: title ?? farther.title, published: published ?? farther.published,
      source: source ?? farther.source, url: url ?? farther.url)
  }
}

/// A day, month or year of publication in ISO 8601.
enum PublicationDate {
  /// The date in `text`, without the time of day that may follow it; nil where it is none, or where the
  /// calendar has no such day.
  ///
  /// The day is the one written: a time zone does not move it, for the publisher's readers read it that day.
  static func parse(_ text: some StringProtocol) -> String? {
    var date = Substring(text).trimmed
    if let time = date.firstIndex(where: { $0 == "T" || $0 == "t" || $0 == " " }) {
      guard date[date.index(after: time)...].first?.isNumber == true else { return nil }
      date = date[..<time]
    }
    let parts = date.split(separator: "-", omittingEmptySubsequences: false)
    let widths = [4, 2, 2]
    guard (1...3).contains(parts.count) else { return nil }
    var numbers: [Int] = []
    for (part, width) in zip(parts, widths) {
      guard part.utf8.count == width, part.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
        let number = Int(part)
      else { return nil }
      numbers.append(number)
    }
    guard numbers[0] > 0 else { return nil }
    if numbers.count > 1, !(1...12).contains(numbers[1]) { return nil }
    if numbers.count > 2, !(1...days(inMonth: numbers[1], of: numbers[0])).contains(numbers[2]) {
      return nil
    }
    return String(date)
  }

  /// What to say of a date that isn't one.
  static func complaint(_ found: String) -> String {
    "'\(found)' is not a date; expected a day of the calendar such as 2014-09-27. "
      + "Correct it; until then the article counts as undated."
  }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension Substring {
  /// Without white space, no-break spaces and byte-order marks at its ends.
  var trimmed: Substring {
    func isPadding(_ character: Character) -> Bool {
      character.isWhitespace || character == "\u{FEFF}" || character == "\u{200B}"
    }
    guard let first = firstIndex(where: { !isPadding($0) }),
      let last = lastIndex(where: { !isPadding($0) })
    else { return self[endIndex...] }
    return self[first...last]
  }
}

/// Reads the fields that front matter and manifests share.
struct YAMLFields {
  /// The file that it stands in, for messages.
  let path: String
  /// How many of the file's lines stand before the YAML's first.
  let linesBefore: Int
  /// What was odd, in the order of reading.
  private(set) var warnings: [Warning] = []

  init(path: String, linesBefore: Int = 0) {
    self.path = path
    self.linesBefore = linesBefore
  }

  /// The tree of a YAML text; nil where it is none, which a warning tells with its place.
  mutating func tree(of yaml: String, whatIsLost: String) -> Node? {
    do {
      return try Yams.compose(yaml: yaml, .default, .default, .utf8)
    } catch let error as YamlError {
      let (problem, mark) = Self.explain(error)
      warn(at: mark, "not valid YAML: \(problem). Correct it; until then \(whatIsLost).")
    } catch {
      warn(at: nil, "not valid YAML: \(error). Correct it; until then \(whatIsLost).")
    }
    return nil
  }

  /// The fields `title`, `date`, `source` and `url` of a mapping, as they are written.
  mutating func metadata(of mapping: Node.Mapping) -> DocumentMetadata {
    var result = DocumentMetadata()
    result.title = string("title", in: mapping)
    result.source = string("source", in: mapping)
    result.url = string("url", in: mapping)
    if let date = string("date", in: mapping) {
      result.published = PublicationDate.parse(date)
      if result.published == nil {
        warn(at: mapping["date"]?.mark, PublicationDate.complaint(date))
      }
    }
    return result
  }

  /// The text of one field; nil where it is missing, empty, or, which a warning tells, not a scalar.
  mutating func string(_ key: String, in mapping: Node.Mapping) -> String? {
    guard let node = mapping[Node(key)] else { return nil }
    guard let scalar = node.scalar else {
      warn(
        at: node.mark, "the value of '\(key)' is a list or a mapping; expected text. Correct it.")
      return nil
    }
    let isNull =
      scalar.style == .plain && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
    let text = Substring(scalar.string).trimmed
    return isNull || text.isEmpty ? nil : String(text)
  }

  /// Adds a warning at a mark of the YAML.
  mutating func warn(at mark: Mark?, _ message: String) {
    warnings.append(Warning(place(of: mark), message))
  }

  /// Where in the file a mark of the YAML stands.
  func place(of mark: Mark?) -> FilePlace {
    FilePlace(
      path: path, line: mark.map { $0.line + linesBefore } ?? (linesBefore > 0 ? linesBefore : nil),
      column: mark?.column)
  }

  private static func explain(_ error: YamlError) -> (problem: String, mark: Mark?) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      (problem, mark)
    case .reader(let problem, _, _, _): (problem, nil)
    default: ("\(error)", nil)
    }
  }
}
