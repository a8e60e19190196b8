/// Words that tell where a name starts, goes on, or can't be.
enum NameWords {
  /// Small words inside names of persons.
  static let particles: Set<String> = [
    "al", "bin", "ibn", "bint", "abu", "de", "da", "do", "dos", "del", "della", "der", "den", "di",
    "du", "la",
    "le", "van", "von", "zu", "ter", "ten", "el", "ul", "ben",
  ]

  /// Words that tell a son from a father of the same name; they stand behind names and are none.
  static let generations: Set<String> = ["jr", "jr.", "sr", "sr."]

  /// The words of a person's name without the generation behind it, and that: "Robert Casey, Jr." is Robert Casey and Jr.
  static func parts(ofName name: String) -> (words: [String], generation: String?) {
    var words = name.split(separator: " ").map(String.init)
    guard words.count > 1, let last = words.last, generations.contains(last.lowercased()) else {
      return (words, nil)
    }
    words.removeLast()
    if words[words.count - 1].hasSuffix(",") { words[words.count - 1].removeLast() }
    return (words, last)
  }

  /// Letters of honours and seats, which stand behind names and are no part of them.
  static let postnominals: Set<String> = [
    "MP", "MPs", "MEP", "MLA", "MSP", "MBE", "OBE", "CBE", "KBE", "DBE", "GBE", "CMG", "KCMG",
    "GCMG", "KCB", "GCB", "KCVO", "GCVO", "AO", "AC", "OAM", "OM", "CSM", "QC", "KC", "SC", "PhD",
    "USN", "USMC", "USA", "Ret",
  ]

  /// Words that have a capital for other reasons than being a name.
  static let neverNames: Set<String> = [
    "the", "a", "an", "this", "that", "these", "those", "it", "he", "she", "they", "we", "i", "you",
    "his",
    "her", "their", "its", "our", "my", "your", "in", "on", "at", "by", "for", "from", "to", "of",
    "with",
    "without", "and", "but", "or", "nor", "as", "if", "when", "while", "after", "before", "since",
    "although",
    "though", "because", "however", "meanwhile", "also", "there", "here", "what", "who", "which",
    "where",
    "why", "how", "not", "no", "yes", "both", "some", "many", "most", "more", "few", "several",
    "each",
    "every", "all", "any", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    "ten",
    "first", "second", "third", "last", "next", "earlier", "later", "today", "yesterday",
    "tomorrow",
    "during", "under", "over", "between", "among", "amid", "against", "about", "until", "despite",
    "according", "asked", "having", "even", "still", "now", "then", "so", "such", "just", "only",
    "mr",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
    "february",
    "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
    "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec", "jan.",
    "feb.",
    "mar.", "apr.", "jun.", "jul.", "aug.", "sept.", "sep.", "oct.", "nov.", "dec.",
    "mr.", "mrs.", "ms.", "dr.", "is", "are", "was", "were", "be", "been", "has", "have", "had",
    "will",
    "would", "could", "should", "can", "do", "does", "did", "us", "let", "like", "unlike", "well",
    "once",
    "whether", "whereas", "whenever", "wherever", "whatever", "neither", "either", "unless",
    "perhaps", "instead", "moreover", "nevertheless", "nonetheless", "therefore", "nobody",
    "nothing", "everyone", "everybody", "including", "indeed",
    "another", "other", "others", "new", "old", "part", "president", "prime", "minister",
    "government",
  ]
}
