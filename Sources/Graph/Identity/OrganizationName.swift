/// An organization's name in the spelling that stands for all of its variants.
struct OrganizationName: Hashable, Sendable {
  /// The name's words, folded, each in the spelling that stands for its variants.
  let key: String
  /// For a ministry: what it is for, "defense" of "Ministry of Defence" and "Russian Defense Ministry".
  let portfolio: String?
  /// For a ministry: the country in its name.
  let owner: NodeID?

  /// Whether the name has so many words that it can hardly be another body's: "Labour Party" has not.
  var isTelling: Bool { key.split(separator: " ").count > 2 }

  init(_ label: String, tables: NameTables) {
    var words = tables.folded(label).split(separator: "-").map { tables.word(String($0)) }
    if words.first == "the" { words.removeFirst() }
    key = words.joined(separator: " ")
    guard words.contains("ministry") else {
      (portfolio, owner) = (nil, nil)
      return
    }
    var owner: NodeID?
    // "Russian Defense Ministry", "Japan's Foreign Ministry"; "Foreign Ministry of Syria".
    for length in [3, 2, 1] where owner == nil && length < words.count {
      if let country = tables.country(words.prefix(length).joined(separator: "-")) {
        owner = country
        words.removeFirst(length)
      } else if words.count > length + 1, words[words.count - length - 1] == "of",
        let country = tables.country(words.suffix(length).joined(separator: "-"))
      {
        owner = country
        words.removeLast(length + 1)
      }
    }
    if words.starts(with: ["ministry", "of"]) {
      words.removeFirst(2)
      if words.first == "the" { words.removeFirst() }
    } else if words.last == "ministry" {
      words.removeLast()
    } else {
      words = []
    }
    // "Ministry of Foreign Affairs", "Foreign Ministry".
    if words.count > 1, words.last == "affairs" { words.removeLast() }
    portfolio = words.isEmpty ? nil : words.joined(separator: " ")
    self.owner = owner
  }
}
