/// A person's name in its parts.
///
/// The order of the parts is told by a table of family names: "Kishida Fumio" and "Fumio Kishida" have the
/// same parts, and so have "Kim Jong-un" and "Kim Jong Un".
struct PersonName: Hashable, Sendable {
  /// The family name in the spelling that stands for all of its transliterations; a lone name is one.
  let surname: String
  /// The given names likewise, with initials; empty for a lone name.
  let given: [String]
  /// "jr", "sr", "iii".
  let suffix: String?
  /// The family name and the given names as they are written, folded.
  let written: (surname: String, given: [String])
  /// Whether a table tells which part is the family name.
  let isOrderKnown: Bool
  /// Whether the family name is written first.
  let isFamilyFirst: Bool
  /// The words by which alone articles may call the person.
  let shortForms: Set<String>

  /// The parts of `label`; nil where it has none.
  init?(_ label: String, tables: NameTables) {
    // "H.W." is two initials.
    var words = label.replacing(".", with: ". ").split(separator: " ").map {
      tables.folded(String($0))
    }
    .filter { $0 != "unnamed" }
    var suffix: String?
    if words.count > 1, let last = words.last, Self.suffixes.contains(last) {
      suffix = last
      words.removeLast()
    }
    // The article "al" is now written and now left out; it never tells two persons apart.
    words = words.map(Self.withoutArticle).filter { !Self.articles.contains($0) }
    guard let first = words.first, let last = words.last else { return nil }
    self.suffix = suffix

    let startsWithFamily = words.count > 1 && tables.familyFirst.contains(first)
    let endsWithFamily = words.count > 1 && tables.familyFirst.contains(last)
    // A hyphened word is a given name: "Ban Ki-moon", though Moon is a family name, too.
    isFamilyFirst =
      startsWithFamily && !endsWithFamily && tables.gender(ofGivenName: first) == nil
      && words.count < 4
    isOrderKnown = isFamilyFirst || endsWithFamily && !startsWithFamily
    let family = isFamilyFirst ? first : last
    let rest = isFamilyFirst ? words.dropFirst() : words.dropLast()
    let parts = rest.flatMap { $0.split(separator: "-").map(String.init) }
    written = (family, parts)
    surname = tables.surname(family)
    // Where families come first, the syllables of a given name are written apart, with hyphens or as one.
    given =
      isOrderKnown && parts.allSatisfy({ $0.utf8.count > 1 })
      ? (parts.isEmpty ? [] : [parts.joined()]) : parts.map(tables.givenName)
    var forms: Set<String> = [surname]
    // "Kim Reynolds": where the table misleads, the last word is the family name all the same.
    if startsWithFamily { forms.formUnion([tables.surname(first), tables.surname(last)]) }
    if let part = family.split(separator: "-").last, part.utf8.count < family.utf8.count,
      !startsWithFamily
    {
      forms.insert(tables.surname(String(part)))
    }
    shortForms = forms
  }

  /// Whether it is a single word.
  var isShort: Bool { given.isEmpty && suffix == nil }
  /// What all spellings of one full name share.
  var key: String { ([surname, suffix ?? ""] + given).joined(separator: "|") }
  /// How many letters of given names it has: the more, the fuller.
  var fullness: Int { given.reduce(0) { $0 + $1.utf8.count } }

  /// Whether it is `other` with given names cut down to initials, or initials in the middle left out.
  func abbreviates(_ other: PersonName) -> Bool {
    guard surname == other.surname, suffix == other.suffix, !given.isEmpty,
      fullness < other.fullness, !isFamilyFirst, !other.isFamilyFirst
    else { return false }
    var index = 0
    for (position, full) in other.given.enumerated() {
      let own = index < given.count ? given[index] : nil
      if let own, own == full || own.utf8.count == 1 && full.hasPrefix(own) {
        index += 1
      } else if position == 0 || full.utf8.count > 1 || given.count > 1 {
        // Of initials all are left out or none: "George W." is no "George H. W.".
        return false
      }
    }
    return index == given.count
  }

  static func == (a: PersonName, b: PersonName) -> Bool {
    a.key == b.key && a.written == b.written && a.isFamilyFirst == b.isFamilyFirst
  }
  func hash(into hasher: inout Hasher) { hasher.combine(key) }

  private static let suffixes: Set<String> = [
    "jr", "sr", "ii", "iii", "iv", "vi", "vii", "viii", "ix", "xii", "xiii", "xiv",
    "xv", "xvi", "xxiii",
  ]
  private static let articles: Set<String> = ["al", "el"]

  private static func withoutArticle(_ word: String) -> String {
    for article in ["al-", "el-"] where word.hasPrefix(article) && word.utf8.count > 4 {
      return String(word.dropFirst(article.count))
    }
    return word
  }
}
