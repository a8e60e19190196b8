import Language

/// Dependency trees for people: every sentence, and below it its words, indented below their heads.
struct TreeView {
  private let text: AnnotatedText

  init(_ text: AnnotatedText) { self.text = text }

  /// All sentences' trees.
  var string: String {
    (0..<text.sentenceCount).map { sentence($0) }.joined(separator: "\n")
  }

  private func sentence(_ index: Int) -> String {
    let sentence = text.sentence(index)
    var dependents: [Int: [Int]] = [:]
    var roots: [Int] = []
    for token in sentence.tokens {
      if let head = text.tokenRecords[token].head {
        dependents[head, default: []].append(token)
      } else {
        roots.append(token)
      }
    }
    var lines = sentence.string.split(whereSeparator: \.isWhitespace).joined(separator: " ") + "\n"
    // Without recursion: a tree may be as deep as a sentence is long.
    var open = roots.reversed().map { (token: $0, indent: "", isLast: true, isRoot: true) }
    while let (token, indent, isLast, isRoot) = open.popLast() {
      let branch = isRoot ? "  " : isLast ? "└─ " : "├─ "
      lines += indent + branch + line(token) + "\n"
      let below = indent + (isRoot ? "  " : isLast ? "   " : "│  ")
      let children = dependents[token] ?? []
      for (number, child) in children.enumerated().reversed() {
        open.append((child, below, number == children.count - 1, false))
      }
    }
    return lines
  }

  /// A word with its relation, its tags, and its lemma where that differs.
  private func line(_ index: Int) -> String {
    let record = text.tokenRecords[index]
    let form = text.string(in: record.range)
    var line = "\(form)  \(record.relation?.rawValue ?? "-")"
    if let part = record.partOfSpeech { line += "  \(part.rawValue)/\(record.fineTag ?? "_")" }
    if let lemma = record.lemma, lemma != form { line += "  \(lemma)" }
    return line
  }
}
