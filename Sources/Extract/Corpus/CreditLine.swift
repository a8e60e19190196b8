/// Recognises lines that tell who wrote an article, where it comes from, and when it appeared.
enum CreditLine {
  /// Whether a paragraph tells nothing but whom the article is from.
  static func matches(_ shape: BlockShape, _ text: String) -> Bool {
    let count = shape.wordCount
    guard count <= 30 else { return false }
    if count <= 6, !shape.endsSentence || shape.isBracketed, namesOnlyAgencies(shape) {
      return true
    }
    // "(Sankei: November 10, 2015 – p. 5)": a line in brackets with a date.
    if shape.isBracketed, count <= 12, shape.hasYear, !shape.hasVerb { return true }
    if count <= 14, isByline(shape) { return true }
    if let first = shape.plain.first, count <= 8, !shape.endsSentence,
      [
        "source", "sources", "credit", "photo", "photos", "image", "images", "photograph",
        "picture", "file",
      ]
      .contains(first), text.contains(":") || shape.plain.contains("by")
    {
      return true
    }
    return isNote(shape)
  }

  /// "Reporting by …", "Edited by …", "… contributed to this report".
  private static func isNote(_ shape: BlockShape) -> Bool {
    let small = shape.plain.filter { !$0.isEmpty }
    if let by = small.prefix(3).firstIndex(of: "by"), by > 0, work.contains(small[by - 1]) {
      return !shape.hasSentenceInside
    }
    let line = small.joined(separator: " ")
    return notes.contains(where: line.hasBytes) && !shape.hasSentenceInside
  }

  /// Whether a sentence, in words of lower case, tells who helped to write the text: "Eva Lind contributed to this
  /// report."
  static func isNote(_ words: ArraySlice<String>) -> Bool {
    guard let verb = words.firstIndex(of: "contributed") else { return false }
    let behind = words[verb...].prefix(4).joined(separator: " ")
    return notes.contains(where: behind.hasPrefix)
  }

  /// Where a picture's credit in brackets ends that a sentence starts with, "(AP Photo) Buildings burned."; its start
  /// where there is none. The words are in lower case.
  static func bracketEnd(_ words: ArraySlice<String>) -> Int {
    let start = words.startIndex
    guard words.first == "(", let close = words.prefix(6).firstIndex(of: ")"), close > start + 1
    else { return start }
    let inside = words[start + 1..<close]
    let isCredit =
      inside.contains(where: agencies.contains)
      && inside.allSatisfy { agencies.contains($0) || pictures.contains($0) }
    return isCredit ? close + 1 : start
  }

  private static let pictures: Set<String> = [
    "photo", "photos", "file", "image", "images", "/", "via",
  ]

  private static let notes = [
    "contributed to this report", "contributed to this story", "contributed to this article",
    "contributed reporting",
    "contributed additional reporting",
  ]

  private static let work: Set<String> = [
    "reporting", "writing", "editing", "reported", "written", "edited", "translated", "compiled",
    "photo", "photos", "photograph", "photographs", "photography", "illustration", "video", "story",
    "text", "produced", "interview", "posted", "published", "words", "graphic", "graphics",
  ]

  /// "By Jane Doe", "By Jane Doe and John Roe, Staff Writers".
  private static func isByline(_ shape: BlockShape) -> Bool {
    guard shape.plain.first == "by", shape.wordCount > 1, !shape.endsSentence, shape.last != ":"
    else { return false }
    let rest = shape.words.dropFirst()
    let small: Set<String> = [
      "and", "in", "of", "for", "the", "de", "van", "von", "with", "at", "da", "al", "bin",
    ]
    return rest.allSatisfy { word in
      let plain = word.trimmingPunctuation
      return plain.first?.isLowercase != true || small.contains(plain)
    }
      && rest.first?.trimmingPunctuation.first?.isUppercase == true
  }

  private static func namesOnlyAgencies(_ shape: BlockShape) -> Bool {
    var found = false
    for word in shape.plain where !word.isEmpty {
      for part in word.split(separator: "/") {
        if agencies.contains(String(part)) {
          found = true
        } else if !between.contains(String(part)) {
          return false
        }
      }
    }
    return found
  }

  private static let between: Set<String> = [
    "and", "with", "the", "news", "agency", "press", "agencies", "service", "staff",
    "correspondent", "from", "via", "international", "associated", "united", "tokyo", "washington",
    "london", "beijing", "moscow", "paris",
  ]

  /// Agencies that papers all over the world take from.
  private static let agencies: Set<String> = [
    "kyodo", "jiji", "reuters", "ap", "afp", "afp-jiji", "jiji-ap", "xinhua", "tass", "itar-tass",
    "interfax", "ria", "novosti", "sputnik", "upi", "dpa", "efe", "ansa", "yonhap", "bernama",
    "antara", "pti", "ani", "ians", "anadolu", "irna", "bloomberg", "aap", "apa", "belga", "lusa",
    "mti", "pap", "ctk", "tanjug", "ukrinform", "unian", "kcna", "cna", "wam", "spa", "mena",
    "petra", "sana", "agencies", "ndtv", "voa", "rfe", "rfe/rl", "cnn", "bbc",
  ]

  // MARK: Dates

  /// Whether a paragraph is a date or a time of day and no more: "November 1, 2022", "1:39 P.M. EDT".
  static func isDateLine(_ shape: BlockShape) -> Bool {
    let words = shape.plain.filter { !$0.isEmpty }
    guard (1...12).contains(words.count) else { return false }
    var isDated = false
    for word in words {
      if months.contains(word) || weekdays.contains(word) || isTime(word) {
        isDated = true
      } else if word.contains("/") || word.contains("-") || word.contains(".") {
        let parts = word.split { "/-.".contains($0) }
        guard parts.count == 3, parts.allSatisfy({ Int($0) != nil }) else {
          if ["a.m", "p.m"].contains(word) { continue }
          return false
        }
        isDated = true
      } else if Int(word) == nil, !isOrdinal(word), !aroundDates.contains(word) {
        return false
      }
    }
    return isDated
  }

  private static func isTime(_ word: String) -> Bool {
    let parts = word.split(separator: ":", omittingEmptySubsequences: false)
    return (2...3).contains(parts.count)
      && parts.allSatisfy { (1...2).contains($0.count) && Int($0) != nil }
  }

  private static func isOrdinal(_ word: String) -> Bool {
    ["st", "nd", "rd", "th"].contains { word.hasSuffix($0) } && Int(word.dropLast(2)) != nil
  }

  private static let weekdays: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue",
    "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun",
  ]

  private static let months: Set<String> = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
    "sept", "oct", "nov", "dec",
  ]

  private static let aroundDates: Set<String> = [
    "published", "posted", "updated", "last", "modified", "date", "on", "at", "end", "a.m", "p.m",
    "am", "pm", "et", "est", "edt", "ct", "cst", "cdt", "mt", "mst", "mdt", "pt", "pst", "pdt",
    "hst", "hast", "akst", "akdt", "gmt", "utc", "bst", "cet", "cest", "jst", "ist", "msk", "local",
    "time", "of", "the", "release", "issued",
  ]
}
