import Graph
import Language

/// Puts a document's entities and claims into the form of the graph.
struct PartialGraph {
  let document: Document
  let table: TokenTable
  private let lines: LineMap
  private var entities: [Entity]
  private var mentions: [[Graph.Mention]]
  private var claims: [Claim] = []

  init(document: Document, table: TokenTable, entities: DocumentEntities) {
    self.document = document
    self.table = table
    lines = LineMap(document.text)
    self.entities = entities.entities
    mentions = entities.entities.map { _ in [] }
    for mention in entities.mentions {
      mentions[mention.entity].append(
        self.mention(mention.mention.tokens, foundBy: mention.foundBy))
    }
  }

  private func mention(_ tokens: Range<Int>, foundBy: String) -> Graph.Mention {
    let range = table.byteRange(tokens)
    return Graph.Mention(
      start: range.start, end: range.end, line: line(at: range.start), foundBy: foundBy)
  }

  private func line(at offset: Int) -> Int {
    document.place(at: offset, in: lines).line ?? document.firstLine
  }

  mutating func add(_ drafts: [ClaimDraft], ontology: Ontology) {
    for draft in drafts {
      let isStanding = ontology.relationType(draft.relation)?.isStanding == true
      claims.append(
        Claim(
          source: entities[draft.source].id, type: draft.relation,
          target: entities[draft.target].id,
          evidence: evidence(
            sentence: draft.sentence, status: draft.status, time: draft.time,
            // What holds has no place but its ends.
            place: isStanding ? [] : draft.place.map { entities[$0].id },
            occasion: draft.occasion.map { entities[$0].id }, over: draft.over, topic: draft.topic,
            attribution: draft.attribution.map(words), frame: draft.frame,
            trace: draft.trace?.text)))
    }
  }

  mutating func add(
    _ findings: [OfficeClaimFinder.Finding], gazetteer: Gazetteer, ontology: Ontology
  ) {
    for finding in findings {
      // A title behind the name ranks its bearer only here; one before it has done so already.
      entities[finding.person].type = ontology.dominant(entities[finding.person].type, finding.rank)
      let body: Int
      switch finding.body {
      case .entity(let index): body = index
      case .thing(let id):
        // A title may imply a country that the text doesn't name; the title's words then mention it.
        guard let implied = implied(id, by: finding.title, gazetteer: gazetteer) else { continue }
        body = implied
      }
      addIfAllowed(
        "holds-office", from: finding.person, to: body,
        evidence(
          sentence: finding.sentence, time: finding.term ?? finding.since, office: finding.office,
          former: finding.isFormer, frame: "holds-office.title",
          trace: table.traced("title", finding.title)
            + Self.origin(of: finding)),
        ontology)
    }
  }

  /// What the trace tells of an office's time.
  private static func origin(of finding: OfficeClaimFinder.Finding) -> String {
    if finding.term != nil { return "; term with the title" }
    return finding.since == nil ? "" : "; time of taking office"
  }

  mutating func add(_ memberships: [PartyMembership], gazetteer: Gazetteer, ontology: Ontology) {
    for membership in memberships {
      guard let party = implied(membership.party, by: membership.tokens, gazetteer: gazetteer)
      else { continue }
      addIfAllowed(
        "member-of", from: membership.person, to: party,
        evidence(
          sentence: membership.sentence, frame: "member-of.party",
          trace: table.traced("word", membership.tokens)),
        ontology)
    }
  }

  /// Adds a claim between two entities, unless their types forbid it.
  private mutating func addIfAllowed(
    _ relation: String, from source: Int, to target: Int, _ evidence: Evidence,
    _ ontology: Ontology
  ) {
    guard ontology.allows(relation, from: entities[source].type, to: entities[target].type) else {
      return
    }
    claims.append(
      Claim(
        source: entities[source].id, type: relation, target: entities[target].id,
        evidence: evidence))
  }

  private mutating func implied(_ id: NodeID, by title: Range<Int>, gazetteer: Gazetteer) -> Int? {
    if let index = entities.firstIndex(where: { $0.id == id }) { return index }
    guard let thing = gazetteer.thing(id), let type = thing.type else { return nil }
    // "National Security Council Spokesperson" has the body's name in it.
    let names = (title.lowerBound + 1..<max(title.lowerBound + 1, title.upperBound)).map {
      table.phrase(title.lowerBound..<$0)
    }.filter { name in
      gazetteer.candidates(for: name).contains {
        gazetteer.things[$0.thing].id == id && ($0.kind == .name || $0.kind == .weakName)
      }
    }
    entities.append(
      Entity(id: id, type: type, label: thing.label, aliases: Set(names), thing: nil))
    mentions.append([mention(title, foundBy: "title.implied")])
    return entities.count - 1
  }

  private func evidence(
    sentence: Int, status: Status = .actual, time: TimeSpan? = nil, place: [NodeID] = [],
    occasion: [NodeID] = [], over: String? = nil, topic: String? = nil, office: String? = nil,
    former: Bool = false, attribution: String? = nil, frame: String, trace: String?
  ) -> Evidence {
    let range = table.text.sentence(sentence).range
    return Evidence(
      document: document.id, start: range.start, end: range.end, line: line(at: range.start),
      text: table.text.string(in: range), status: status, time: time, place: place,
      occasion: occasion, over: over, topic: topic, office: office, former: former,
      attribution: attribution, frame: frame, trace: trace)
  }

  private func words(_ attribution: ClaimDraft.Attribution) -> String {
    switch attribution {
    case .entity(let index): entities[index].id.rawValue
    case .words(let words): words
    }
  }

  /// What was added. Entities without a mention are left out.
  var part: DocumentPart {
    let appearances = entities.indices.filter { !mentions[$0].isEmpty }.map { index in
      let entity = entities[index]
      return (
        node: entity.id,
        appearance: Appearance(
          document: document.id, type: entity.type, label: entity.label,
          aliases: Array(entity.aliases), mentions: mentions[index])
      )
    }
    return DocumentPart(appearances: appearances, claims: claims)
  }
}

extension Document {
  /// When it was published; nil where no day, month or year is told, or no beginning.
  var publishedSpan: TimeSpan? {
    published.flatMap(TimeSpan.init).flatMap { $0.isOpenStart ? nil : $0 }
  }
}

extension SourceDocument {
  /// A document as the graph knows it.
  init(of document: Document) {
    self.init(
      id: document.id, path: document.path, title: document.title,
      published: document.publishedSpan, source: document.source,
      url: document.url, hash: document.hash)
  }
}
