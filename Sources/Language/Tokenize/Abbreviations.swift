/// Which words keep the full stop that follows them.
enum Abbreviations {
  /// When a full stop belongs to the word before it.
  enum Rule {
    /// Wherever it stands ("Mr.", "Inc.").
    case always
    /// Where the word is capitalised ("Gen.", "Sat.").
    case capitalised
    /// Where the word is in lower case ("et al.").
    case lowercase
    /// Where a digit follows ("No. 10", "p. 5").
    case beforeDigit
    /// Where a digit follows a capitalised word ("Sat. 10").
    case capitalisedBeforeDigit
  }

  /// The rule for a word in lower case and without its full stop; nil for an ordinary word.
  static func rule(for word: String) -> Rule? { rules[word] }

  /// Whether a sentence may end with the abbreviation: after "Inc." it may, after "Mr." a name follows.
  static func mayEndSentence(_ word: String) -> Bool { !titles.contains(word) }

  /// The longest abbreviation, in bytes.
  static let longest = 8

  /// Abbreviations that stand before a name.
  private static let titles: Set<String> = Set(
    """
    mr mrs ms mx dr st ste messrs prof gen lt col sgt cpl pvt capt cmdr cdr adm maj brig sen sens rep reps
    gov govs rev fr hon pres supt amb min atty insp det mt ft mme mlle vs sept sep oct nov dec jan feb mar
    apr jun jul aug no nos p pp vol vols sec art arts fig figs ch para ca approx e.g i.e eg ie viz cf spc
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  private static let rules: [String: Rule] = {
    var rules: [String: Rule] = [:]
    func add(_ words: String, _ rule: Rule) {
      for word in words.split(separator: " ") { rules[String(word)] = rule }
    }
    add("mr mrs ms mx dr messrs prof sgt cpl pvt capt cmdr cdr supt atty mme mlle lt", .always)
    add("inc corp ltd co bros dept assn univ approx vs etc viz eg ie cf ave blvd pty plc", .always)
    add("arrv attn ext ass't esp conf yrs mins lbs tel ph.d sq", .always)
    add(
      "gen col adm maj brig sen sens rep reps gov govs rev hon pres amb insp det st ste",
      .capitalised)
    add(
      "mt ft jr sr jan feb apr aug sept sep oct nov dec tue tues wed thu thur thurs fri",
      .capitalised)
    add(
      "mass calif conn ariz ala fla penn tenn okla wash minn mich wis kan neb nev ore", .capitalised
    )
    add("va ga ky la md ind ill mo pa que ont cal", .capitalised)
    add("al", .lowercase)
    add("no nos p pp vol vols sec art arts fig figs ch para ca c v ed eds oz", .beforeDigit)
    add("mar jun jul sat sun mon min spc", .capitalisedBeforeDigit)
    return rules
  }()
}
