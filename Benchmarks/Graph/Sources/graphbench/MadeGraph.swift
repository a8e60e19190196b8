import Graph

/// A graph of made-up news: each document names a dozen of all nodes and states twenty relations among them.
struct MadeGraph {
  private var state: UInt64 = 1
  private(set) var documents: [SourceDocument] = []
  private(set) var appearances: [(node: NodeID, appearance: Appearance)] = []
  private(set) var claims: [Claim] = []

  private mutating func random(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  private typealias Thing = (id: NodeID, type: String, label: String)

  /// The statements that give about so many edges and nodes; a tenth as many nodes where none are told.
  init(edges: Int, nodes: Int? = nil) {
    let things = (0..<max(12, nodes ?? edges / 10)).map { thing($0) }
    let relations = Ontology.builtIn.relationTypes.map(\.name)
    for number in 0..<max(1, edges / 20) {
      let document = format(number)
      documents.append(
        SourceDocument(
          id: document, path: "news/\(document).txt", title: "What happened on day \(number)",
          published: TimeSpan(rawValue: day(number % 3650)), source: "The Daily \(number % 40)",
          hash: "sha256:\(document)"))
      let named = (0..<12).map { _ in things[random(things.count)] }
      for (place, thing) in named.enumerated() {
        appearances.append(
          (
            thing.id,
            Appearance(
              document: document, type: thing.type, label: thing.label,
              mentions: [
                Mention(
                  start: place * 300, end: place * 300 + thing.label.utf8.count, line: place + 1,
                  foundBy: "gazetteer")
              ])
          ))
      }
      var stated = 0
      while stated < 20 {
        let (a, b) = (named[random(12)], named[random(12)])
        let relation = relations[random(relations.count)]
        guard a.id != b.id, Ontology.builtIn.allows(relation, from: a.type, to: b.type) else { continue }
        claims.append(claim(a, relation, b, in: document, number: stated))
        stated += 1
      }
    }
  }

  private mutating func claim(
    _ a: Thing, _ relation: String, _ b: Thing, in document: String, number: Int
  ) -> Claim {
    let text =
      "On the day after the talks, \(a.label) was said by several officials to have dealt with \(b.label) "
      + "in the matter that number \(number) of this report goes on to tell in some more words."
    return Claim(
      source: a.id, type: relation, target: b.id,
      evidence: Evidence(
        document: document, start: number * 200, end: number * 200 + text.utf8.count, line: number + 2,
        text: text, status: Status.allCases[random(3)],
        time: random(2) == 0 ? TimeSpan(rawValue: day(random(3650))) : nil,
        topic: random(4) == 0 ? "fishing rights" : nil, frame: "\(relation).verb",
        trace: "trigger 'dealt' (12:17); source nsubj 'talks'; target in '\(b.label)'"))
  }

  private mutating func thing(_ number: Int) -> Thing {
    let given = ["Ann", "Bo", "Carl", "Dora", "Emil", "Fay", "Gus", "Hal", "Ida", "Jon"][random(10)]
    let name = "\(Self.word(number / 5000 + 7000)) \(Self.word(number % 5000))"
    let (nodeClass, type, label): (String, String, String) =
      switch random(10) {
      case 0..<4: ("person", random(2) == 0 ? "leader" : "person", "\(given) \(Self.word(number + 9000)) \(name)")
      case 4: ("place", "country", "\(name) Land")
      case 5: ("place", "city", "\(name) City")
      case 6, 7: ("organization", "organization", "\(name) Council")
      default: ("event", "event", "\(name) summit")
      }
    return (NodeID(class: nodeClass, name: label), type, label)
  }

  /// A word that no other number has.
  private static func word(_ number: Int) -> String {
    let syllables = ["ba", "ce", "di", "fo", "gu", "ka", "le", "mi", "no", "pu", "ra", "se", "ti", "vo", "zu", "ha"]
    var rest = number
    var word = ""
    repeat {
      word += syllables[rest % 16]
      rest /= 16
    } while rest > 0
    return word.capitalizedFirst + "n"
  }

  private func format(_ number: Int) -> String {
    let digits = String(number)
    return "report-" + String(repeating: "0", count: max(0, 7 - digits.count)) + digits
  }

  private func day(_ number: Int) -> String {
    let (year, month, day) = (2014 + number / 365, number % 365 / 31 + 1, number % 28 + 1)
    return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
