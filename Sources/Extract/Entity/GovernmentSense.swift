import Language

/// Tells whether the name of a capital, or of a seat of power, stands for the government: "Tokyo asked" acts,
/// "in Tokyo" is the city.
///
/// The place of the name in the tree decides: subjects, objects, possessors and those dealt with act; what
/// stands behind a preposition of place, in apposition, or is the goal of a motion is a place. Trees of
/// headlines are often odd, so what stands right before the name is looked at as well.
struct GovernmentSense {
  let table: TokenTable
  let trees: DependencyIndex
  let words: WordTable
  let titles: TitleTable

  /// How a name is used.
  enum Use {
    /// It acts, or is dealt with.
    case acts
    /// It is where something is.
    case place
    /// It stands before a noun, of which it only tells the kind: "Moscow airport".
    case modifier
  }

  /// How the name of those tokens, which is of the given country's, is used.
  func use(of tokens: Range<Int>, country: Gazetteer.Thing) -> Use {
    let sentence = table.text.sentenceRecords[table.sentence[tokens.lowerBound]].tokens
    if isLocated(tokens, in: sentence, country: country)
      || isBehindPlaceWord(tokens, in: sentence) || isCalledCapital(tokens, in: sentence)
      || isListed(tokens, in: sentence)
    {
      return .place
    }
    let head = trees.head(of: tokens)
    // "Tokyo's minister, Kenji Sato": the parser has a title and its name as one word.
    if trees.relations[head] == "flat", isPossessor(tokens) {
      return isOfPlace(behind: tokens.upperBound) ? .place : .acts
    }
    return use(ofHead: head)
  }

  /// Whether the office behind "'s" is one of a city: "Tokyo's mayor".
  private func isOfPlace(behind mark: Int) -> Bool {
    (mark + 1..<min(mark + 5, table.count)).prefix { table.forms[$0] != "," }.contains {
      words.noun(table.lower[$0], is: .place)
    }
  }

  /// Whether the name stands before somebody's office: "White House spokesman".
  func isEmployer(_ tokens: Range<Int>, country: Gazetteer.Thing) -> Bool {
    let token = trees.head(of: tokens)
    guard use(of: tokens, country: country) == .modifier, let governor = trees.heads[token] else {
      return false
    }
    let noun = trees.lemmas[governor].lowercased()
    return words.noun(noun, is: .person) || titles.title(noun)?.office != nil
      || trees.partsOfSpeech[governor] == .properNoun
  }

  // MARK: - The words around

  /// "Kyiv, Ukraine", "MOSCOW —": what goes on with the country that it lies in, and datelines.
  private func isLocated(
    _ tokens: Range<Int>, in sentence: Range<Int>, country: Gazetteer.Thing
  ) -> Bool {
    let end = tokens.upperBound
    guard end < sentence.upperBound else { return false }
    if tokens.lowerBound == sentence.lowerBound {
      // "Tokyo, which has no such plans, objected" is no dateline.
      if table.forms[end] == "," {
        return end + 1 < sentence.upperBound && table.isCapitalized[end + 1]
      }
      return ["—", "–", "--", "-", "("].contains(table.forms[end])
    }
    guard table.forms[end] == ",", end + 1 < sentence.upperBound else { return false }
    return (end + 2...min(end + 4, sentence.upperBound)).contains { next in
      country.names.contains(table.phrase(end + 1..<next))
    }
  }

  /// "in and around central Kyiv".
  private func isBehindPlaceWord(_ tokens: Range<Int>, in sentence: Range<Int>) -> Bool {
    var before = tokens.lowerBound - 1
    while before >= sentence.lowerBound,
      table.lower[before] == "the" || words.adjective(table.lower[before], is: .place)
    {
      if table.lower[before] != "the" { return true }
      before -= 1
    }
    return before >= sentence.lowerBound && words.preposition(table.lower[before], is: .place)
      && table.lower[tokens.upperBound - 1] != "'s" && !isPossessor(tokens)
  }

  /// "the Ukrainian capital Kyiv", "the city of Rome", "Ottawa police", "a London-based bank".
  private func isCalledCapital(_ tokens: Range<Int>, in sentence: Range<Int>) -> Bool {
    let mark = tokens.upperBound
    if mark + 1 < sentence.upperBound, table.forms[mark] == "-", table.lower[mark + 1] == "based" {
      return true
    }
    // A city has its own police.
    if tokens.upperBound < sentence.upperBound, table.lower[tokens.upperBound] == "police" {
      return true
    }
    var before = tokens.lowerBound - 1
    if before > sentence.lowerBound, [",", "of"].contains(table.lower[before]) { before -= 1 }
    return before >= sentence.lowerBound && ["capital", "city"].contains(table.lower[before])
  }

  /// "in Berlin, Paris and London": the rest of a list behind a preposition of place, where the tree has no subject.
  private func isListed(_ tokens: Range<Int>, in sentence: Range<Int>) -> Bool {
    guard trees.relations[trees.head(of: tokens)] != "nsubj" else { return false }
    var before = tokens.lowerBound - 1
    var joints = 0
    while before > sentence.lowerBound {
      let isJoint = [",", "and", "or"].contains(table.lower[before])
      guard isJoint || table.isCapitalized[before] else { break }
      if isJoint { joints += 1 }
      before -= 1
    }
    return joints > 0 && before >= sentence.lowerBound && !isPossessor(tokens)
      && words.preposition(table.lower[before], is: .place)
  }

  private func isPossessor(_ tokens: Range<Int>) -> Bool {
    tokens.upperBound < table.count && ["'s", "'"].contains(table.lower[tokens.upperBound])
  }

  // MARK: - The place in the tree

  private func use(ofHead token: Int, depth: Int = 0) -> Use {
    let relation = trees.relations[token]
    guard let governor = trees.heads[token], depth < 5 else { return .acts }
    switch relation {
    case "nsubj":
      // "Kyiv was bombed.", "Tokyo is a large city."
      let isPassive =
        table.text.tokenRecords[governor].morphology?.hasBytes(of: "Voice=Pass") == true
      if isPassive, isStrike(governor) { return .place }
      return isNoun(governor, .place) && !trees.dependents(of: governor, by: "cop").isEmpty
        ? .place : .acts
    case "obj": return isMotion(governor) || isStrike(governor) ? .place : .acts
    case "nmod:poss": return isNoun(governor, .place) ? .place : .acts
    case "obl", "nmod": return use(ofGoverned: token, by: governor)
    case "appos":
      // The capital of a country, or a city by name; of anything else a parser's slip.
      return isNoun(governor, .place) || trees.partsOfSpeech[governor] == .properNoun
        ? .place : .acts
    case "conj":
      // "Brussels froze its aid and Washington expelled": what a finite verb follows is its subject.
      return isBeforeFiniteVerb(token) ? .acts : use(ofHead: governor, depth: depth + 1)
    case "compound", "flat", "nmod:desc", "amod":
      if isNoun(governor, .body) { return .acts }
      // A hyphen makes it an actor: "Moscow-backed", "the Tokyo-Seoul dispute".
      return isHyphenated(token) ? .acts : .modifier
    default: return .acts
    }
  }

  /// Behind a preposition: "to" and "from" are of places where something moves, "of" where the noun is of a place.
  private func use(ofGoverned token: Int, by governor: Int) -> Use {
    let marks = trees.dependents(of: token, by: "case").map { table.lower[$0] }
    if marks.contains(where: { words.preposition($0, is: .place) }) { return .place }
    if marks.contains(where: { words.preposition($0, is: .goal) }) {
      // "said from Conakry"
      let isSpokenFrom =
        marks.contains("from") && trees.partsOfSpeech[governor] == .verb
        && words.verb(trees.lemmas[governor], is: .speech)
      return isMotion(governor) || isSpokenFrom || isConveyed(token, by: governor) ? .place : .acts
    }
    if marks.contains("of") || marks.contains("on"), isStrike(governor) { return .place }
    if marks.contains("of") { return isNoun(governor, .place) ? .place : .acts }
    return .acts
  }

  private func isMotion(_ governor: Int) -> Bool {
    let lemma = trees.lemmas[governor]
    return trees.partsOfSpeech[governor] == .verb
      ? words.verb(lemma, is: .motion) : words.noun(lemma, is: .motion)
  }

  /// "invited Abe to Moscow": with another object, it is where that goes.
  private func isConveyed(_ token: Int, by verb: Int) -> Bool {
    trees.partsOfSpeech[verb] == .verb && words.verb(trees.lemmas[verb], is: .conveyance)
      && trees.dependents(of: verb).contains {
        ["obj", "nsubj:pass"].contains(trees.relations[$0]) && $0 < token
      }
  }

  private func isStrike(_ governor: Int) -> Bool {
    let lemma = trees.lemmas[governor]
    return trees.partsOfSpeech[governor] == .verb
      ? words.verb(lemma, is: .strike) : words.noun(lemma, is: .strike)
  }

  private func isNoun(_ token: Int, _ wordClass: WordTable.WordClass) -> Bool {
    words.noun(trees.lemmas[token].lowercased(), is: wordClass)
  }

  private func isBeforeFiniteVerb(_ token: Int) -> Bool {
    let next = token + 1
    return next < table.count && table.sentence[next] == table.sentence[token]
      && trees.partsOfSpeech[next] == .verb
      && table.text.tokenRecords[next].morphology?.hasBytes(of: "VerbForm=Fin") == true
  }

  private func isHyphenated(_ token: Int) -> Bool {
    let next = token + 1
    return next < table.count && table.forms[next] == "-" && !table.hasSpaceBefore[next]
      || token > 0 && table.forms[token - 1] == "-" && !table.hasSpaceBefore[token]
  }
}
