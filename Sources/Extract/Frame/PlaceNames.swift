/// The names of the grammatical places that may fill a role; Sources/Knowledge/frames/standing.yaml tells what
/// they mean.
enum PlaceNames {
  /// Places that trees give by function.
  static let functions = [
    "subj", "obj", "iobj", "poss", "mod", "appos", "comp", "comp_obj", "adjunct", "adjunct_obj",
    "victim",
    "obliged", "named",
  ]
  /// The place that only a name has: the name.
  static let own = "self"
  /// The place that only a topic has: an infinitive or a that-clause.
  static let clause = "clause"

  /// Whether there is such a place: a function, a preposition, either with `'s` for whose that is, or two prepositions
  /// with `>` between for what stands with the noun in the first.
  static func contains(_ name: String) -> Bool {
    let links = name.split(separator: ">", omittingEmptySubsequences: false).map(String.init)
    if links.count == 2 { return links.allSatisfy { !$0.hasSuffix("'s") && contains($0) } }
    let base = name.hasSuffix("'s") ? String(name.dropLast(2)) : name
    if base == own || base == clause || functions.contains(base) { return true }
    // Of a preposition of several words ("on_behalf_of", "according_to") the last is a preposition itself.
    guard let last = base.split(separator: "_").last else { return false }
    return prepositions.contains(String(last))
  }

  /// The prepositions of English: a closed class, so that a misspelt one can be told from a rare one.
  private static let prepositions: Set<String> = [
    "about", "above", "across", "after", "against", "ahead", "alongside", "along", "amid", "amidst",
    "among", "amongst", "around", "as", "at", "atop", "before", "behind", "below", "beneath",
    "beside", "besides", "between", "beyond", "by", "concerning", "despite", "down", "during",
    "except", "excluding", "following", "for", "from", "in", "including", "inside", "into", "like",
    "minus", "near", "of",
    "off", "on", "onto", "opposite", "out", "outside", "over", "past", "pending", "per", "plus",
    "regarding", "respecting", "round", "sidelines", "since", "than", "through", "throughout",
    "till", "to", "toward", "towards", "under", "underneath", "unlike", "until", "unto", "up",
    "upon", "versus", "via", "vs", "with", "within", "without",
  ]
}
