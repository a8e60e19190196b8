import Foundation

/// Lists of the words of names, from the actor dictionaries of the Open Event Data Alliance (Phoenix).
///
/// A block starts with a name (`VLADIMIR_PUTIN_`), goes on with other names of the same actor (`+PUTIN_`),
/// and ends with codes in brackets: three letters for a country, with dates for a person in office.
enum ActorLists {
  private static let place: UInt8 = 1
  private static let givenName: UInt8 = 2
  private static let familyName: UInt8 = 4
  private static let acronym: UInt8 = 8

  /// For every word, capitalised as in running text, the lists that it stands in.
  static func words(_ path: String) throws -> [String: UInt8] {
    let file = try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
    var words: [String: UInt8] = [:]
    var names: [String] = []
    var codes: [String] = []
    func close() {
      add(names, codes, to: &words)
      names = []
      codes = []
    }
    for line in file.split(separator: "\n") {
      let content = line.prefix { $0 != "#" && $0 != ";" }
      if line.first == "#" || content.allSatisfy(\.isWhitespace) { continue }
      if content.first == "\t" || content.first == " " {
        codes.append(content.trimmingCharacters(in: .whitespaces))
        continue
      }
      if content.first != "+" { close() }
      let name = content.prefix { $0 != "[" && $0 != "\t" && $0 != " " }
      names.append(String(name.drop { $0 == "+" }))
      if let bracket = content.firstIndex(of: "[") { codes.append(String(content[bracket...])) }
    }
    close()
    return words
  }

  private static func add(_ names: [String], _ codes: [String], to words: inout [String: UInt8]) {
    guard let code = codes.first else { return }
    let isPlace = codes.count == 1 && code.count == 5
    let isPerson = codes.contains { $0.contains(where: \.isNumber) || $0.contains("ELI") }
    for name in names {
      let parts = name.split { $0 == "_" || $0 == "-" || $0 == " " }.map(String.init)
      guard let last = parts.last, parts.count <= 4 else { continue }
      if isPlace {
        for part in parts where part.count > 3 { words[capitalised(part), default: 0] |= place }
      } else if isPerson, parts.count >= 2, parts.allSatisfy({ $0.allSatisfy(\.isLetter) }) {
        if let first = parts.first { words[capitalised(first), default: 0] |= givenName }
        words[capitalised(last), default: 0] |= familyName
      } else if !isPerson, parts.count == 1, (2...6).contains(last.count) {
        words[last, default: 0] |= acronym
      }
    }
  }

  private static func capitalised(_ word: String) -> String {
    word.prefix(1).uppercased() + word.dropFirst().lowercased()
  }
}
