import Foundation
import Language

/// Makes the lexicon from word classes, lists of names, and a treebank's tags.
struct LexiconBuilder {
  /// Classes of words by their surroundings, from a file that `make-clusters` wrote.
  struct Clusters {
    fileprivate var fine: [String: UInt16] = [:]
    fileprivate var coarse: [String: UInt8] = [:]

    init() {}

    init(_ path: String) throws {
      let file = try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
      for line in file.split(separator: "\n") {
        let columns = line.split(separator: "\t")
        guard columns.count == 4, let fine = UInt16(columns[2]), let coarse = UInt8(columns[3])
        else { continue }
        self.fine[String(columns[0])] = fine + 1
        self.coarse[String(columns[0])] = coarse + 1
      }
    }
  }

  var clusters = Clusters()
  /// For every word the lists that it stands in, as bits.
  var lists: [String: UInt8] = [:]

  /// Adds the words of an actor dictionary.
  mutating func readActors(_ path: String) throws {
    for (word, bits) in try ActorLists.words(path) { lists[word, default: 0] |= bits }
  }

  /// The lexicon for a model that is trained on `treebank`.
  func lexicon(_ treebank: Treebank, classes: [WordClass]) -> Lexicon {
    var numbers: [WordClass: Int] = [:]
    for (index, wordClass) in classes.enumerated() { numbers[wordClass] = index }
    var counts: [String: [Int: Int]] = [:]
    for sentence in treebank.sentences {
      for (form, wordClass) in zip(sentence.forms, sentence.classes) {
        guard let number = numbers[wordClass] else { continue }
        counts[WordForm.normalized(String(decoding: form, as: UTF8.self)), default: [:]][
          number, default: 0] += 1
      }
    }
    var sets: [String: [Int]] = [:]
    var setCounts: [[Int]: Int] = [:]
    for (word, tags) in counts {
      let total = tags.values.reduce(0, +)
      guard total >= 3 else { continue }
      let set = tags.filter { $0.value * 20 >= total }.keys.sorted()
      sets[word] = set
      setCounts[set, default: 0] += total
    }
    // The commonest sets are told apart; the rest count by their first tag.
    let ranked = setCounts.keys.sorted {
      (setCounts[$1] ?? 0, $0.description) < (setCounts[$0] ?? 0, $1.description)
    }
    var setNumbers: [[Int]: UInt8] = [:]
    for (index, set) in ranked.prefix(254).enumerated() { setNumbers[set] = UInt8(index + 1) }

    var entries: [UInt32: LexiconEntry] = [:]
    func update(_ word: String, _ change: (inout LexiconEntry) -> Void) {
      let bytes = Array(word.utf8)
      let atoms = WordAtoms(bytes.span, start: 0, end: bytes.count, lexicon: Lexicon())
      change(&entries[Lexicon.key(atoms.form), default: LexiconEntry()])
    }
    for word in clusters.fine.keys.sorted() {
      update(word) {
        $0.fine = clusters.fine[word] ?? 0
        $0.coarse = clusters.coarse[word] ?? 0
      }
    }
    for word in lists.keys.sorted() { update(word) { $0.lists |= lists[word] ?? 0 } }
    for (word, set) in sets.sorted(by: { $0.key < $1.key }) {
      guard let tags = counts[word] else { continue }
      let total = tags.values.reduce(0, +)
      update(word) {
        $0.tags = setNumbers[set] ?? 255
        if let only = set.first, set.count == 1, total >= 30, (tags[only] ?? 0) * 400 >= total * 399
        {
          $0.certainTag = UInt8(only + 1)
        }
      }
    }
    return Lexicon(entries.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
  }
}
