/// Which spellings of names are one: tables, and nothing that counts letters.
struct NameTables: Sendable {
  /// Family names that stand before given names where people write in the order of their own language.
  private(set) var familyFirst: Set<String> = []
  private var given: [String: String] = [:]
  private var surnames: [String: String] = [:]
  private var endings: [(variant: String, ending: String)] = []
  private var words: [String: String] = [:]
  private var letters: [Unicode.Scalar: String] = [:]
  private var givenGenders: [String: Gender] = [:]
  private var officeGenders: [String: Gender] = [:]
  private var owners: [String: NodeID] = [:]

  /// He or she, as far as a name or an office tells.
  enum Gender: String, Sendable { case masculine, feminine }

  /// The tables that are built in.
  static let builtIn = NameTables()

  private init() {
    for row in Self.rows("names/spellings.tsv") where row[0] == "letter" && row.count > 2 {
      for scalar in row[1].unicodeScalars { letters[scalar] = row[2] }
    }
    for row in Self.rows("names/spellings.tsv") where row.count > 2 {
      let forms = row.dropFirst().map(folded)
      switch row[0] {
      case "surname": for form in forms { surnames[form] = forms[0] }
      case "word": for form in forms { words[form] = forms[0] }
      case "ending": for form in forms.dropFirst() { endings.append((form, forms[0])) }
      default: break
      }
    }
    for row in Self.rows("names/given-names.tsv") {
      let forms = row.map(folded)
      for form in forms { given[form] = forms[0] }
    }
    familyFirst = Set(Self.rows("names/family-first.tsv").map { folded($0[0]) })
    for row in Self.rows("gazetteer/first-names.tsv") where row.count > 2 {
      givenGenders[folded(row[0])] = Gender(rawValue: row[2])
    }
    for row in Self.rows("names/offices.tsv") where row.count > 1 {
      officeGenders[row[0]] = Gender(rawValue: row[1])
    }
    for row in Self.rows("gazetteer/countries.tsv")
    where row.count > 2 && ["name", "adjective"].contains(row[1]) {
      // Of a name that two countries bore, the first of the file is meant.
      if let id = NodeID(rawValue: row[0]), owners[folded(row[2])] == nil {
        owners[folded(row[2])] = id
      }
    }
  }

  private static func rows(_ path: String) -> [[String]] {
    guard let text = KnowledgeFile.named(path)?.text else { return [] }
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// The text as an id spells it, and letters without a Latin base form by the table: "Wałęsa" is "walesa".
  func folded(_ text: String) -> String {
    let slug = NodeID(class: "x", name: text).rawValue.dropFirst(2)
    guard slug.unicodeScalars.contains(where: { letters[$0] != nil }) else { return String(slug) }
    return slug.unicodeScalars.map { letters[$0] ?? String($0) }.joined()
  }

  /// The spelling that stands for a given name, folded, and all its variants.
  func givenName(_ word: String) -> String { given[word] ?? word }

  /// The spelling that stands for a family name, folded, and all its transliterations.
  func surname(_ word: String) -> String {
    if let known = surnames[word] { return known }
    for (variant, ending) in endings
    where word.hasSuffix(variant) && word.utf8.count > variant.utf8.count + 2 {
      return String(word.dropLast(variant.count)) + ending
    }
    return word
  }

  /// The spelling that stands for a common word, folded: "defense" for "defence".
  func word(_ word: String) -> String { words[word] ?? word }

  /// Whom nearly all bearers of a given name, folded, are.
  func gender(ofGivenName word: String) -> Gender? { givenGenders[word] }

  /// Whom an office implies: a queen is a woman.
  func gender(ofOffice office: String) -> Gender? { officeGenders[office] }

  /// The country that a name or a demonym, folded, points to.
  func country(_ words: String) -> NodeID? { owners[words] }
}
