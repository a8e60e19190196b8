public import Graph

/// What graphgen knows of the world beforehand: names of countries, cities, bodies, people, with the few
/// facts that help to read news. Built in, and extended from a user's files of the same form.
public struct Gazetteer: Sendable {
  /// A thing that the gazetteer knows.
  public struct Thing: Hashable, Sendable {
    /// Class and name.
    public let id: NodeID
    /// Its node type; nil for persons, whose offices tell.
    public internal(set) var type: String?
    /// Its proper names; the first is the label.
    public internal(set) var names: [String] = []
    /// For a country: its capital.
    public internal(set) var capital: NodeID?
    /// The place that it lies in.
    public internal(set) var locatedIn: NodeID?
    /// For a country: the regions, or the past unions, by which news tells of it ("the West African nation"); for a region:
    /// those that it is part of.
    public internal(set) var regions: [NodeID] = []
    /// For a country: the nouns for states of its form ("the kingdom", "the island nation").
    public internal(set) var forms: Set<String> = []
    /// For a body of countries: those that are listed as its members.
    public internal(set) var members: [NodeID] = []
    /// For a body: the country that it belongs to.
    public internal(set) var country: NodeID?
    /// For a body that meets now and then: the event that its name stands for where somebody comes to it.
    public internal(set) var session: NodeID?
    /// Whether it is no more.
    public internal(set) var isFormer = false
    /// For an event: whether there is one time and again, told apart by year.
    public internal(set) var isRecurring = false
    /// For an armed group: whether it acts against its country, or beside it, and never for it.
    public internal(set) var isRebel = false
    /// For a person: the offices held, in the order of the file.
    public internal(set) var offices: [Tenure] = []

    /// Its first name.
    public var label: String { names.first ?? String(id.rawValue.drop { $0 != "/" }.dropFirst()) }
  }

  /// An office with its term.
  public struct Tenure: Hashable, Sendable {
    /// The office in lower case, as "foreign minister".
    public let office: String
    /// The country or body that it is an office of.
    public let body: NodeID
    /// The term: from the first day to the last, open where it goes on.
    public let term: TimeSpan?
  }

  /// How a word or phrase points to a thing.
  public enum NameKind: Int, Comparable, Sendable {
    /// A proper name.
    case name
    /// The demonym adjective: "Japanese".
    case adjective
    /// Its people: "Britons".
    case people
    /// A building or the like that stands for a government: "the Kremlin".
    case seat
    /// A proper name that is more often something else; counts only where something else supports it.
    case weakName

    /// In the order above: a name before an adjective, and so on.
    public static func < (a: NameKind, b: NameKind) -> Bool { a.rawValue < b.rawValue }
  }

  /// A thing that a phrase may point to.
  public struct Candidate: Hashable, Sendable {
    /// The thing's index in `things`.
    public let thing: Int
    /// How the phrase points to it.
    public let kind: NameKind
  }

  /// All things, in the order of the files.
  public private(set) var things: [Thing] = []
  /// The titles of office.
  public private(set) var titles = TitleTable()
  private(set) var heads = HeadTable()
  private(set) var words = WordTable()
  private(set) var parties = PartyTable()
  private var indices: [NodeID: Int] = [:]
  private var candidates = WordIndex<[Candidate]>()
  private var longest = WordIndex<Int>()
  /// Persons by a single part of their name.
  private var personsByPart: [String: [Int]] = [:]
  /// The countries whose government sits in a city.
  private var seats: [NodeID: [Int]] = [:]
  /// Nouns for states of a form: "kingdom".
  private(set) var forms: Set<String> = []
  /// The offices that persons hold or held of each body, and how many did.
  private var offices: [NodeID: [String: Int]] = [:]
  /// Names and hosts under which states publish, each host with what the hosts below it end in, and the state.
  private var publishers: [(name: String, domain: String?, country: NodeID)] = []

  /// The gazetteer that is built in.
  public static let builtIn: Gazetteer = {
    var gazetteer = Gazetteer()
    for file in KnowledgeFile.inside("gazetteer") {
      do {
        try gazetteer.add(file.text, file: file.path)
      } catch {
        preconditionFailure("the built-in gazetteer is well-formed: \(error)")
      }
    }
    return gazetteer
  }()

  /// A gazetteer that knows nothing.
  public init() {}

  /// The thing of that id.
  public func thing(_ id: NodeID) -> Thing? { indices[id].map { things[$0] } }

  /// Where in `things` the thing of that id is.
  func place(of id: NodeID) -> Int? { indices[id] }

  /// What `phrase` may point to: exact in case, apostrophes straight, one space between words.
  public func candidates(for phrase: String) -> [Candidate] { candidates[phrase] ?? [] }

  /// How many bytes the longest phrase has that starts with the given first word; 0 where none does.
  func longestPhrase(from word: String) -> Int { longest[Self.firstWord(of: word)] ?? 0 }

  /// The persons that have `part` as one word of their name.
  func persons(named part: String) -> [Int] { personsByPart[part] ?? [] }

  /// Whether news may tell of the thing by that region: "the African country" by that of West Africa too.
  func lies(_ thing: Int, in region: NodeID, depth: Int = 0) -> Bool {
    let regions = things[thing].regions
    return regions.contains(region)
      || depth < 3
        && regions.contains {
          place(of: $0).map { lies($0, in: region, depth: depth + 1) } ?? false
        }
  }

  /// The present country whose capital the city is; a past one only where there is no present one.
  func country(ofCapital city: NodeID) -> Thing? {
    let countries = (seats[city] ?? []).filter { things[$0].type != "organization" }
    return (countries.first { !things[$0].isFormer } ?? countries.first).map { things[$0] }
  }

  /// The body that meets in a city and is called by its name: "Brussels" for the European Union.
  func body(seatedIn city: NodeID) -> Thing? {
    seats[city]?.first { things[$0].type == "organization" }.map { things[$0] }
  }

  /// Whether more than one listed person holds or held that office of that body.
  func hasOffice(_ office: String, of body: NodeID) -> Bool { offices[body]?[office] ?? 0 > 1 }

  /// The state that publishes under a name or at an address: "https://www.kremlin.ru/events". A listed name must start
  /// it, a listed host may stand anywhere in it.
  public func state(publishing source: String) -> NodeID? {
    // Once for all that publish: each document asks this.
    let words = source.split { "/ ,:?".contains($0) }
    return publishers.first { publisher in
      guard let domain = publisher.domain else { return source.hasPrefix(publisher.name) }
      return words.contains { $0 == publisher.name || $0.hasSuffix(domain) }
    }?.country
  }

  /// What `phrase` most likely points to first: a government before the office that it is run from ("the
  /// Kremlin"), then a name before a demonym, what is before what was, and the order of the files. Weak
  /// names are left out.
  func ranked(_ phrase: String) -> [Candidate] {
    let known = candidates(for: phrase)
    if known.count < 2 { return known.allSatisfy { $0.kind != .weakName } ? known : [] }
    let rank = { (kind: NameKind) in kind == .seat ? -1 : kind.rawValue }
    let things = things
    return known.filter { $0.kind != .weakName }.sorted { a, b in
      if a.kind != b.kind { return rank(a.kind) < rank(b.kind) }
      if things[a.thing].isFormer != things[b.thing].isFormer { return things[b.thing].isFormer }
      return a.thing < b.thing
    }
  }

  // MARK: - Reading

  /// Adds the facts of a file: tab-separated lines of id, property, value and further columns; of
  /// title, rank and office; of head word, node type and places; or of word, part of speech and class. `#`
  /// starts a comment line.
  ///
  /// `ontology` has the node types that the file may use. Throws a `SchemaViolation` with the line's
  /// number.
  public mutating func add(
    _ text: String, file: String, ontology: Ontology = .builtIn
  ) throws(SchemaViolation) {
    // Over bytes: the built-in files have tens of thousands of lines, and each start of the program reads them.
    let bytes = Array(text.utf8)
    var number = 0
    var start = 0
    var last: (id: ArraySlice<UInt8>, index: Int)?
    // Things of the file, with the line of each's first fact.
    var named: [(thing: Int, line: Int)] = []
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      let line = bytes[start..<end]
      start = end + 1
      number += 1
      if line.isEmpty || line.first == UInt8(ascii: "#") { continue }
      let columns = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      let place = { "\(file):\(number)" }
      guard columns.count >= 3, columns.prefix(3).allSatisfy({ !$0.isEmpty }) else {
        throw SchemaViolation(
          place: place(), found: "\(columns.count) column\(columns.count == 1 ? "" : "s")",
          expected: "id, property and value", remedy: "Separate them by tabs.")
      }
      let words = columns.map { String(decoding: $0, as: UTF8.self) }
      if last?.id == columns[0], let index = last?.index {
        try add(index, words, ontology: ontology, at: place)
      } else if columns[0].contains(UInt8(ascii: "/")), let id = NodeID(rawValue: words[0]) {
        let index = self.index(of: id)
        last = (columns[0], index)
        named.append((index, number))
        try add(index, words, ontology: ontology, at: place)
      } else if TitleTable.ranks.contains(words[1]), !HeadTable.arePlaces(words[2]) {
        titles.add(words)
      } else if WordTable.partsOfSpeech.contains(words[1]) {
        try self.words.add(words, at: place())
      } else if ontology.nodeType(words[1]) != nil {
        try heads.add(words, at: place())
      } else {
        throw SchemaViolation(
          place: place(), found: "'\(words[0])', '\(words[1])'",
          expected:
            "an id (as 'place/japan') and a property, a title and a rank, or a head word and a node type"
        )
      }
    }
    for (thing, line) in named
    where things[thing].type == nil && things[thing].id.nodeClass != "person" {
      throw SchemaViolation(
        place: "\(file):\(line)", found: "'\(things[thing].id)' without its type",
        expected: "a line of its id, 'type' and a node type",
        remedy: "'graphgen ontology' lists them.")
    }
  }

  private mutating func index(of id: NodeID) -> Int {
    if let index = indices[id] { return index }
    things.append(Thing(id: id))
    indices[id] = things.count - 1
    return things.count - 1
  }

  /// Adds one fact: columns of id, property, value and what the property has besides.
  private mutating func add(
    _ index: Int, _ columns: [String], ontology: Ontology, at place: () -> String
  ) throws(SchemaViolation) {
    let value = columns[2]
    switch columns[1] {
    case "type":
      let nodeClass = things[index].id.nodeClass
      guard let type = ontology.nodeType(value), type.nodeClass == nodeClass else {
        throw SchemaViolation(
          place: place(), found: "type '\(value)'", expected: "a node type of class '\(nodeClass)'",
          remedy: "'graphgen ontology' lists them; --ontology adds to them.")
      }
      things[index].type = value
    case "name", "acronym":
      things[index].names.append(value)
      register(value, index, .name)
    // What it is called where it is shown, which need be no name that is looked for: "the West".
    case "label": things[index].names.insert(value, at: 0)
    case "weak-name": register(value, index, .weakName)
    case "adjective": register(value, index, .adjective)
    case "people": register(value, index, .people)
    case "seat": register(value, index, .seat)
    case "former": things[index].isFormer = value == "true"
    case "capital":
      things[index].capital = try reference(value, at: place())
      seats[try reference(value, at: place()), default: []].append(index)
    case "metonym-city": seats[try reference(value, at: place()), default: []].append(index)
    case "publisher":
      publishers.append((value, value.contains(".") ? "." + value : nil, things[index].id))
    case "located-in": things[index].locatedIn = try reference(value, at: place())
    case "of": things[index].country = try reference(value, at: place())
    case "session": things[index].session = try reference(value, at: place())
    case "recurring": things[index].isRecurring = value == "true"
    case "rebel": things[index].isRebel = value == "true"
    case "party": if value == "true" { parties.addParty(index) }
    case "party-word": parties.add(value, of: index, as: .modifier)
    case "party-noun": parties.add(value, of: index, as: .member)
    case "party-letter": parties.add(letter: value, of: index)
    case "abbreviation": parties.add(abbreviation: value, of: things[index].id)
    case "office":
      guard columns.count > 3 else {
        throw SchemaViolation(
          place: place(), found: "an office without its country or body",
          expected: "an id after it")
      }
      let from = columns.count > 4 ? columns[4] : ""
      let to = columns.count > 5 && !columns[5].isEmpty ? columns[5] : ".."
      let term = from.isEmpty ? nil : TimeSpan(rawValue: from + "/" + to)
      guard from.isEmpty || term != nil else {
        throw SchemaViolation(
          place: place(), found: "the term '\(from)' to '\(to)'", expected: "two ISO 8601 dates")
      }
      let body = try reference(columns[3], at: place())
      things[index].offices.append(Tenure(office: value, body: body, term: term))
      offices[body, default: [:]][value, default: 0] += 1
    case "region": things[index].regions.append(try reference(value, at: place()))
    case "part-of":
      if things[index].type == "region" {
        things[index].regions.append(try reference(value, at: place()))
      }
    case "form":
      things[index].forms.insert(value)
      forms.insert(value)
    case "member": things[index].members.append(try reference(value, at: place()))
    case "disputed-by", "iso", "time", "place", "sameAs": break
    default:
      throw SchemaViolation(
        place: place(), found: "property '\(columns[1])'",
        expected: "type, name, adjective, people, capital, seat, located-in, office ...",
        remedy: "The built-in files in Sources/Knowledge/gazetteer show all of them.")
    }
  }

  /// Takes over what people say of names, which wins over the files: a name that is `different` from others of
  /// its thing becomes a thing of its own; one that is the `same` as a thing's is one of its names.
  public mutating func apply(_ rules: IdentityRules) {
    for entry in rules.different {
      var taken: Set<Int> = []
      for name in entry.names {
        for candidate in candidates(for: TokenTable.normalized(name)) {
          guard candidate.kind == .name || candidate.kind == .weakName,
            !taken.insert(candidate.thing).inserted
          else { continue }
          separate(name, from: candidate)
        }
      }
    }
    for entry in rules.same {
      let known = Set(
        entry.names.flatMap { name in
          NodeID(rawValue: name).map { [indices[$0]].compactMap(\.self) }
            ?? candidates(for: TokenTable.normalized(name)).filter { $0.kind == .name }.map(\.thing)
        })
      guard known.count == 1, let thing = known.first else { continue }
      for name in entry.names
      where !name.contains("/") && candidates(for: TokenTable.normalized(name)).isEmpty {
        things[thing].names.append(name)
        register(name, thing, .name)
      }
    }
  }

  /// Makes a name a thing of its own, of which nothing but the type is known.
  private mutating func separate(_ name: String, from candidate: Candidate) {
    let nodeClass = String(things[candidate.thing].id.nodeClass)
    let own = index(of: NodeID(class: nodeClass, name: name))
    guard own != candidate.thing else { return }
    things[own].type = things[candidate.thing].type
    things[own].names.append(name)
    things[candidate.thing].names.removeAll { $0 == name }
    candidates[TokenTable.normalized(name)]?.removeAll { $0 == candidate }
    register(name, own, candidate.kind)
  }

  private mutating func register(_ phrase: String, _ thing: Int, _ kind: NameKind) {
    let key = TokenTable.normalized(phrase)
    let candidate = Candidate(thing: thing, kind: kind)
    if candidates[key]?.contains(candidate) == true { return }
    candidates[key, default: []].append(candidate)
    let word = Self.firstWord(of: key)
    longest[word] = max(longest[word] ?? 0, key.utf8.count)
    guard things[thing].id.nodeClass == "person" else { return }
    for part in key.parts(at: " ") where part.utf8.count > 1 {
      let part = String(part)
      if personsByPart[part]?.contains(thing) != true {
        personsByPart[part, default: []].append(thing)
      }
    }
  }

  private func reference(_ text: String, at place: String) throws(SchemaViolation) -> NodeID {
    guard let id = NodeID(rawValue: text) else {
      throw SchemaViolation(
        place: place, found: "'\(text)'", expected: "an id, as 'place/japan'")
    }
    return id
  }

  /// The letters and digits that a phrase starts with: the same whether or not a tokenizer cuts at hyphens.
  private static func firstWord(of phrase: String) -> String {
    let bytes = phrase.utf8.span
    let end = bytes.indices.first { index in
      switch bytes[index] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "a")...UInt8(ascii: "z"), 0x80...:
        false
      default: true
      }
    }
    guard let end else { return phrase }
    return end == 0 ? String(phrase.prefix(1)) : String(Substring(phrase.utf8.prefix(end)))
  }
}
