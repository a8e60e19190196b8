/// What the look of a paragraph tells: its length, its letters, how it begins and ends.
///
/// Nothing here knows what a paragraph is about; `BlockRoles` judges by it.
struct BlockShape {
  /// The paragraph's words as they are written, parted at white space.
  let words: [String]
  /// The same without punctuation at their ends, in small letters.
  let plain: [String]
  /// How many words have a letter or a digit.
  let wordCount: Int
  /// Whether it begins with a list's number or letter: "3.", "a.", "(iv)".
  let isNumbered: Bool
  /// Whether it ends as a sentence does, closing quotes and brackets aside.
  let endsSentence: Bool
  /// Its last character.
  let last: Character?
  /// Its first character.
  let first: Character?

  /// The shape of a paragraph's text.
  init(_ text: String) {
    words = text.unicodeScalars.split(whereSeparator: Self.isSpace).map { String($0) }
    plain = words.map { word in
      word.lowercased().trimmingPunctuation
    }
    wordCount = plain.count { !$0.isEmpty }
    isNumbered = words.first.map(Self.isListNumber) ?? false
    endsSentence = Self.endsSentence(text.utf8)
    first = text.first
    last = text.last
  }

  /// Whether all letters are capitals, and there are some.
  var isAllCapitals: Bool {
    let letters = words.joined().filter(\.isLetter)
    return letters.count > 1 && letters.allSatisfy { !$0.isLowercase }
  }

  /// Whether it is written as titles and names are: each word that says something with a capital.
  var isTitleCase: Bool {
    let content = content
    return !content.isEmpty && content.allSatisfy { $0.first?.isLowercase == false }
  }

  /// The words that say something, that is, without the short ones that a title writes small.
  private var content: [String] {
    words.dropFirst(isNumbered ? 1 : 0).map(\.trimmingPunctuation).filter {
      $0.startsWithLetter && !Self.smallWords.contains($0.lowercased())
    }
  }

  /// Whether a sentence ends before the last word, and another begins.
  var hasSentenceInside: Bool {
    zip(words, words.dropFirst()).dropFirst(isNumbered ? 1 : 0).contains { word, next in
      guard Self.endsSentence(word.utf8), next.trimmingPunctuation.startsWithCapital else {
        return false
      }
      let plain = word.trimmingPunctuation
      // Not "U.S.", "Gov.", "J.": those are short, or have a stop inside.
      return plain.count > 4 && !plain.contains(".")
        || word.last.map { "?!”\"".contains($0) } ?? false
    }
  }

  /// Whether it begins with a name of several words and goes on after a comma or colon, as lists of people do:
  /// "Jane Doe, Ambassador to France", "1. John Roe: Nominee for the Court of Appeals".
  var startsWithNamedPart: Bool {
    let words = words.dropFirst(isNumbered ? 1 : 0)
    guard !isAllCapitals,
      let sign = words.firstIndex(where: { $0.hasSuffix(",") || $0.hasSuffix(":") })
    else { return false }
    let name = words[...sign]
    return (2...5).contains(name.count) && words.endIndex - sign > 2
      && name.allSatisfy { $0.trimmingPunctuation.startsWithCapital }
  }

  /// Whether it begins with who speaks, as transcripts do: "MS. DOE: …", "Question: …".
  var namesSpeaker: Bool {
    words.prefix(5).contains { $0.hasSuffix(":") } && first?.isUppercase == true
  }

  /// White space, told quickly for ASCII.
  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? scalar.value <= 0x20 : scalar.properties.isWhitespace
  }

  private static func isListNumber(_ word: String) -> Bool {
    guard let last = word.last, ".)".contains(last) else { return false }
    let number = word.trimmingPunctuation
    return number.count == 1 || Int(number) != nil
      || !number.isEmpty && number.allSatisfy { "ivxIVX".contains($0) }
  }

  /// Whether all of it stands in one pair of brackets.
  var isBracketed: Bool {
    switch (first, last) {
    case ("(", ")"), ("[", "]"), ("<", ">"), ("{", "}"):
      words.joined(separator: " ").dropFirst().dropLast().allSatisfy { !"()[]<>{}".contains($0) }
    default: false
    }
  }

  /// Whether a number of four digits that may be a year is in it.
  var hasYear: Bool {
    plain.contains {
      $0.utf8.count == 4 && ($0.hasPrefix("19") || $0.hasPrefix("20")) && Int($0) != nil
    }
  }

  /// Whether it begins with a list's bullet.
  var hasBullet: Bool { first.map { "•◦▪‣●○■·∙".contains($0) } ?? false }

  /// Whether it begins as an item of a list does: a bullet, a dash or a star with a space after it.
  static func startsAsListItem(_ bytes: ArraySlice<UInt8>) -> Bool {
    let start = String(decoding: bytes.prefix(8), as: UTF8.self)
    guard let sign = start.first, "•◦▪‣●○■·∙*-+".contains(sign) else { return false }
    let next = start.dropFirst().first
    return next?.isWhitespace == true || "•◦▪‣●○■·∙".contains(sign) && next != nil
  }

  /// Whether a text ends with a full stop, a question or exclamation mark, or an ellipsis, closing quotes and
  /// brackets aside.
  static func endsSentence(_ bytes: some BidirectionalCollection<UInt8>) -> Bool {
    // Most words end with a letter.
    if let last = bytes.last, last.isWordly { return false }
    let end = String(decoding: bytes.suffix(16), as: UTF8.self)
    let stop = end.last { !"\"'”’»)]}›*_ \u{A0}".contains($0) }
    return stop.map { ".!?…。！？".contains($0) } ?? false
  }

  /// Whether a verb shows, as far as form and the commonest words can tell.
  ///
  /// "Abe meets Xi" and "Talks to be held in May" state something, "Freedom of Speech" names something. Told by
  /// auxiliaries, by verbs that headlines live on, and in text with small letters by a word in -s between
  /// two names or before an article or a number.
  var hasVerb: Bool {
    for (index, word) in plain.enumerated() {
      if Self.auxiliaries.contains(word) { return true }
      if index > 0, Self.headlineVerbs.contains(Self.stem(word)) || Self.pastVerbs.contains(word) {
        return true
      }
      guard index > 0, index + 1 < plain.count, words[index].startsWithSmallLetter,
        word.count > 3, word.hasSuffix("s"), !word.hasSuffix("ss")
      else { continue }
      let before = words[index - 1]
      let after = words[index + 1]
      let afterNames = before.startsWithCapital && !before.hasSuffix("’s") && index > 0
      if afterNames, after.startsWithCapital || Self.determiners.contains(plain[index + 1]) {
        return true
      }
    }
    return false
  }

  /// The form of a verb that the lists hold: without the -s or -es of the third person.
  private static func stem(_ word: String) -> String {
    if word.hasSuffix("ies") { return word.dropLast(3) + "y" }
    for ending in ["shes", "ches", "sses", "xes", "zes"] where word.hasSuffix(ending) {
      return String(word.dropLast(2))
    }
    return word.hasSuffix("s") ? String(word.dropLast()) : "\u{0}"
  }

  private static let determiners: Set<String> = [
    "a", "an", "the", "to", "its", "his", "her", "their", "no", "new", "more", "over", "with",
    "for", "on", "at", "from", "against", "after", "into", "out", "up",
  ]

  private static let smallWords: Set<String> = [
    "a", "an", "and", "as", "at", "but", "by", "de", "for", "from", "in", "into", "nor", "of",
    "off", "on", "onto", "or", "over", "per", "the", "to", "up", "vs", "via", "with", "amid",
    "against", "between", "during", "under", "about", "after", "before", "its", "his", "her",
    "their", "our", "your", "through", "toward", "towards", "upon", "within", "without",
  ]

  private static let auxiliaries: Set<String> = [
    "is", "are", "was", "were", "be", "been", "isn’t", "aren’t", "wasn’t", "weren’t", "isn't",
    "aren't", "has", "have", "had", "do", "does", "did", "don’t", "don't", "doesn’t", "doesn't",
    "will", "won’t", "won't", "would", "can", "can’t", "can't", "cannot", "could", "may", "might",
    "must", "should", "shall",
  ]

  /// Verbs whose third person is hardly ever a noun's plural.
  private static let headlineVerbs: Set<String> = [
    "accuse", "admit", "agree", "aim", "allow", "announce", "appear", "appoint", "approve",
    "arrive", "ask", "avoid", "ban", "become", "beat", "begin", "berate", "blame", "block",
    "boycott", "break", "bring", "build", "choose", "claim", "close", "condemn", "confirm",
    "consider", "continue", "convene", "criticize", "cut", "decide", "declare", "defend", "delay",
    "demand", "deny", "deploy", "detain", "die", "discuss", "dismiss", "draw", "elect", "embrace",
    "end", "endorse", "enter", "expand", "expel", "expect", "express", "eye", "fail", "fall",
    "fear", "find", "fire", "flee", "follow", "get", "give", "go", "grant", "grow", "hail", "halt",
    "head", "hear", "hint", "hit", "hold", "host", "impose", "inch", "insist", "invite", "join",
    "keep", "kill", "launch", "lead", "learn", "leave", "lift", "lose", "make", "mark", "meet",
    "move", "mull", "name", "near", "negotiate", "nominate", "offer", "open", "oppose", "oust",
    "pass", "pay", "play", "pledge", "postpone", "praise", "prepare", "press", "propose", "push",
    "put", "quit", "raise", "reach", "receive", "recognize", "refuse", "reject", "remain", "renew",
    "replace", "resign", "resume", "return", "reveal", "rise", "rule", "run", "say", "see", "seek",
    "seem", "send", "set", "sign", "slam", "slap", "speak", "spend", "stay", "step", "strike",
    "suspend", "take", "tell", "threaten", "travel", "try", "turn", "unveil", "uphold", "urge",
    "vow", "wait", "want", "warn", "weigh", "welcome", "win", "withdraw",
  ]

  /// Past forms that are no adjectives in titles.
  private static let pastVerbs: Set<String> = [
    "said", "met", "held", "told", "took", "gave", "made", "went", "came", "began", "became",
    "agreed", "won", "left", "sent", "won", "died", "vowed", "urged",
  ]
}

extension String {
  /// Without punctuation and symbols at its ends.
  var trimmingPunctuation: String {
    // Most words are letters from end to end.
    if let first = utf8.first, let last = utf8.last, first.isWordly, last.isWordly { return self }
    func isWordly(_ character: Character) -> Bool { character.isLetter || character.isNumber }
    guard let start = firstIndex(where: isWordly), let end = lastIndex(where: isWordly) else {
      return ""
    }
    return String(self[start...end])
  }
}

extension UInt8 {
  /// Whether it is a letter or a digit of ASCII.
  fileprivate var isWordly: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }
}
