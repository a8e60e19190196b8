import Foundation
public import Graph
public import Language

/// The whole flow, from a document to its part of the graph.
public struct Pipeline: Sendable {
  /// What is known of the world.
  public var gazetteer: Gazetteer
  /// Which words state what.
  public var frames: FrameLibrary
  /// What nodes and relations mean.
  public var ontology: Ontology
  /// What people say of names.
  public var rules = IdentityRules()
  private let annotator: Annotator

  /// A pipeline with the given knowledge, by default what is built in, and with the parser in that mode.
  public init(
    gazetteer: Gazetteer = .builtIn, frames: FrameLibrary = .builtIn, ontology: Ontology = .builtIn,
    mode: Annotator.Mode = .accurate
  ) {
    annotator = Annotator(mode: mode)
    self.gazetteer = gazetteer
    self.frames = frames
    self.ontology = ontology
  }

  /// What one document states. Depends on nothing but the document and the pipeline's knowledge.
  public func graph(of document: Document) -> KnowledgeGraph {
    graph(of: [part(of: document)], in: [document])
  }

  /// What the documents state, each of which gave the part in its place.
  func graph(of parts: [DocumentPart], in documents: [Document]) -> KnowledgeGraph {
    KnowledgeGraph(
      documents: documents.map(SourceDocument.init(of:)),
      appearances: parts.flatMap(\.appearances), claims: parts.flatMap(\.claims),
      ontology: ontology, rules: rules)
  }

  /// The statements of one document, with its own ids.
  func part(of document: Document) -> DocumentPart {
    let reading = read(document)
    var partial = PartialGraph(
      document: document, table: reading.table, entities: reading.entities)
    partial.add(reading.claims, ontology: ontology)
    partial.add(reading.offices, gazetteer: gazetteer, ontology: ontology)
    partial.add(reading.memberships, gazetteer: gazetteer, ontology: ontology)
    return partial.part
  }

  /// All that the stages found in one document.
  struct Reading {
    let table: TokenTable
    let entities: DocumentEntities
    let finder: ClaimFinder
    let claims: [ClaimDraft]
    let offices: [OfficeClaimFinder.Finding]
    /// The parties that persons are told to be of, in the order of the text.
    let memberships: [PartyMembership]
  }

  /// A document's text with its tokens, tags, trees and names, each name of the gazetteer one word of its tree.
  public func annotate(_ document: Document) -> AnnotatedText { analyse(document).table.text }

  private func analyse(_ document: Document) -> (table: TokenTable, mentions: [EntityMention]) {
    let start = document.blocks.first { $0.role == .body }
    let paragraphs = document.blocks.filter(\.role.states).map { block in
      block == start ? Dateline.trimmed(block.range, of: document.text.utf8) : block.range
    }
    var table = TokenTable(annotator.tokenize(document.text, paragraphs: paragraphs))
    let mentions = annotate(&table)
    return (table, mentions)
  }

  func read(_ document: Document) -> Reading {
    let (table, mentions) = analyse(document)
    let published = document.publishedSpan
    let times = TimeFinder(table, published: published).expressions().joined(in: table)
    let publisher =
      document.source.flatMap(gazetteer.state(publishing:))
      ?? document.url.flatMap(gazetteer.state(publishing:))
    let (entities, offices, memberships) = read(
      table, mentions, times: times, published: published, publisher: publisher)
    let finder = ClaimFinder(
      library: frames, ontology: ontology, gazetteer: gazetteer, table: table, entities: entities)
    let leading = Dictionary(grouping: offices.filter { $0.rank == "leader" }, by: \.person)
    let stated = finder.claims().filter {
      !isRival($0, of: leading[$0.source, default: []], entities)
    }
    // What no frame shows, unless one has read it too.
    let implied =
      CapitalClaims(gazetteer: gazetteer, table: table, entities: entities).claims()
      + finder.treeFinder.cities.claims()
      + ServedBodies(
        gazetteer: gazetteer, table: table, entities: entities, offices: offices,
        institutions: frames.institutions
      ).claims()
    let told = Dictionary(grouping: stated, by: \.relation).mapValues { Set($0.map(\.source)) }
    let others = implied.filter { told[$0.relation]?.contains($0.source) != true }
    let claims = withoutOwnPolicy(stated + others, offices, entities).filter {
      !isMembership($0, memberships, entities)
    }
    let nouns = finder.treeFinder.eventNouns()
    let terms = OfficeTerms(offices, table: table, times: times, published: published)
    let attacher = TimeAttacher(
      table: table, expressions: times, eventNouns: Set(nouns.keys),
      encounters: Set(nouns.filter { !$0.value.isDisjoint(with: ["meets", "calls"]) }.keys),
      terms: terms.starts, published: published)
    let changes = OfficeChanges(
      starts: finder.treeFinder.officeChanges(by: frames.clauseWords.inaugurations),
      ends: finder.treeFinder.officeChanges(by: frames.clauseWords.departures),
      attacher: attacher, entities: entities, leaders: Set(leading.keys), published: published)
    let claimTimes = ClaimTimes(
      attacher: attacher,
      events: EventDates(
        table: table, entities: entities, expressions: times, published: published),
      days: ReportDays(
        table: table, entities: entities, expressions: times, gazetteer: gazetteer,
        published: published,
        encounters: Set(
          nouns.filter { $0.value.contains(where: ontology.isConsultation) }.keys)),
      nouns: DatedNouns(
        table: table, expressions: times, relations: nouns, claims: claims, published: published),
      entities: entities, ontology: ontology, frames: frames,
      paragraphs: ParagraphDays(
        table: table, entities: entities, expressions: times, published: published),
      chronicle: Chronicle(table: table, published: published),
      sequels: Sequels(
        table: table, entities: entities, expressions: times, relations: nouns))
    return Reading(
      table: table, entities: entities, finder: finder, claims: claimTimes.timed(claims),
      offices: terms.dated(changes.dated(offices)),
      memberships: memberships.filter { !isStated($0, by: claims, entities) })
  }

  /// Whether a claim lets somebody govern another country than those of the `offices` in which the person leads: "has
  /// ruled the country" may be read of the wrong one.
  private func isRival(
    _ claim: ClaimDraft, of offices: [OfficeClaimFinder.Finding], _ entities: DocumentEntities
  ) -> Bool {
    guard claim.relation == "holds-office", entities.entities[claim.target].type == "country" else {
      return false
    }
    return offices.contains { office in
      switch office.body {
      case .entity(let body):
        return body != claim.target && entities.entities[body].type == "country"
      case .thing(let id):
        return id != entities.entities[claim.target].id && gazetteer.thing(id)?.type == "country"
      }
    }
  }

  /// The claims without dealings of office-holders with what they govern, and without what these ask of all: "said
  /// that his country and Peru must talk".
  private func withoutOwnPolicy(
    _ claims: [ClaimDraft], _ offices: [OfficeClaimFinder.Finding], _ entities: DocumentEntities
  ) -> [ClaimDraft] {
    struct Words: Hashable {
      let relation: String
      let tokens: Range<Int>
      let source: Int
    }
    var appeals: Set<Words> = []
    let others = claims.filter { claim in
      guard isWithinOffice(claim, offices, entities) else { return true }
      if frames.rule(of: claim.relation).isAppeal {
        appeals.insert(Words(relation: claim.relation, tokens: claim.tokens, source: claim.source))
      }
      return false
    }
    return others.filter {
      !appeals.contains(Words(relation: $0.relation, tokens: $0.tokens, source: $0.source))
    }
  }

  /// Whether a claim is about the dealings of an office-holder with the country or body of the office: nobody
  /// visits or invites his own state, and what who governs asks of it or does for it is policy.
  private func isWithinOffice(
    _ claim: ClaimDraft, _ offices: [OfficeClaimFinder.Finding], _ entities: DocumentEntities
  ) -> Bool {
    let isConsultation = ontology.isConsultation(claim.relation)
    let rule = frames.rule(of: claim.relation)
    let isOwnPolicy =
      rule.isPolicy && ["leader", "minister"].contains(entities.entities[claim.source].type)
    guard isConsultation || isOwnPolicy else { return false }
    return offices.contains { office in
      guard [claim.source, claim.target].contains(office.person), !office.isFormer else {
        return false
      }
      let other = claim.source == office.person ? claim.target : claim.source
      switch office.body {
      case .entity(let body):
        // "Putin was in Moscow"
        return body == other
          || rule.includesCapital
            && gazetteer.thing(entities.entities[body].id)?.capital == entities.entities[other].id
      case .thing(let id):
        return entities.entities[other].id == id
          || rule.includesCapital
            && gazetteer.thing(id)?.capital == entities.entities[other].id
      }
    }
  }

  /// Whether a claim takes for an office what only tells the person's party: "said Kurt Lind of Fine Gael".
  private func isMembership(
    _ claim: ClaimDraft, _ memberships: [PartyMembership], _ entities: DocumentEntities
  ) -> Bool {
    claim.relation == "holds-office"
      && memberships.contains {
        $0.sentence == claim.sentence && $0.person == claim.source
          && $0.party == entities.entities[claim.target].id && claim.tokens.overlaps($0.tokens)
      }
  }

  /// Whether a frame has read the same of a person in the same sentence.
  private func isStated(
    _ membership: PartyMembership, by claims: [ClaimDraft], _ entities: DocumentEntities
  ) -> Bool {
    claims.contains {
      $0.relation == "member-of" && $0.sentence == membership.sentence
        && $0.source == membership.person && entities.entities[$0.target].id == membership.party
    }
  }

  /// The names of a text, whose tags and trees are drawn with each name as one word.
  func annotate(_ table: inout TokenTable) -> [EntityMention] {
    // Names are found before the trees are drawn: to the parser each is one word.
    let mentions = MentionFinder(gazetteer: gazetteer, table: table).mentions()
    annotator.annotate(
      &table.text, units: EntityMention.units(of: mentions, in: table), verbs: frames.verbForms)
    RollRepair(mentions: mentions).apply(to: &table)
    ListRepair(mentions: mentions, gazetteer: gazetteer).apply(to: &table)
    NameListRepair(mentions: mentions, gazetteer: gazetteer).apply(to: &table)
    NameAttachment(
      mentions: mentions, gazetteer: gazetteer, table: table, roles: frames.clauseWords.roles
    ).apply(to: &table)
    table.text = PerfectRepair.mended(table)
    table.text = WhoseRepair.mended(table)
    table.text = OpeningRepair.mended(table)
    table.text = TreeRepair.mended(table, words: frames.clauseWords)
    return mentions
  }

  /// Who and what a text names, what stands for them, and who holds which office.
  func read(
    _ table: TokenTable, _ mentions: [EntityMention], times: [TimeExpression],
    published: TimeSpan?, publisher: NodeID? = nil
  ) -> (
    entities: DocumentEntities, offices: [OfficeClaimFinder.Finding],
    memberships: [PartyMembership]
  ) {
    let trees = DependencyIndex(table.text, words: frames.clauseWords)
    var resolver = EntityResolver(
      gazetteer: gazetteer, ontology: ontology, table: table, trees: trees, times: times,
      published: published)
    var entities = resolver.resolve(mentions)
    entities.publisher = publisher
    let memberships = PartyMemberships(
      words: PartyWords(gazetteer: gazetteer, table: table, entities: entities)
    ).memberships()
    var offices = OfficeClaimFinder(
      gazetteer: gazetteer, ontology: ontology, table: table, entities: entities,
      published: published, memberships: memberships
    ).findings()
    var coreference = CoreferenceResolver(
      gazetteer: gazetteer, table: table, trees: trees, entities: entities, offices: offices,
      published: published)
    entities.anaphors = coreference.anaphors()
    // "his foreign minister": pronouns tell of offices, as offices tell of pronouns.
    offices = OfficeClaimFinder(
      gazetteer: gazetteer, ontology: ontology, table: table, entities: entities,
      published: published,
      possessors: OfficePossessors(
        table: table, entities: entities, holders: coreference.offices),
      memberships: memberships
    ).findings()
    for office in offices where !office.isFormer {
      let body =
        switch office.body {
        case .entity(let index): index
        case .thing(let id): entities.index(of: id)
        }
      guard let body, entities.entities[body].type == "country" else { continue }
      entities.serving[office.person] = body
    }
    entities.actingFor =
      ActingInstitutions(
        of: entities, gazetteer: gazetteer, table: table, words: frames.clauseWords.acting
      ).countries
    return (entities, offices, plain(memberships, offices, entities))
  }

  /// The memberships, in the order of the text, of those who hold no office of the party.
  private func plain(
    _ memberships: [Int: PartyMembership], _ offices: [OfficeClaimFinder.Finding],
    _ entities: DocumentEntities
  ) -> [PartyMembership] {
    memberships.sorted { $0.key < $1.key }.map(\.value).filter { membership in
      !offices.contains { office in
        guard office.person == membership.person, office.sentence == membership.sentence else {
          return false
        }
        switch office.body {
        case .entity(let body): return entities.entities[body].id == membership.party
        case .thing(let id): return id == membership.party
        }
      }
    }
  }
}

extension Pipeline {
  /// What a corpus states: the documents' statements, found side by side, in one graph, in which names of
  /// different documents that mean one thing are one node.
  ///
  /// The result is the same for any order of documents and any number of threads.
  ///
  /// `progress` is called after each document, with its index, from any thread.
  public func graph(
    of documents: [Document], progress: (@Sendable (Int) -> Void)? = nil
  ) async -> KnowledgeGraph {
    let parts = await Self.each(of: documents, progress: progress) { part(of: $0) }
    return graph(of: parts, in: documents)
  }

  /// How a corpus uses the frames: `progress` is as for `graph`, and the result as independent of threads.
  public func survey(
    of documents: [Document], progress: (@Sendable (Int) -> Void)? = nil
  ) async -> FrameSurvey {
    let parts = await Self.each(of: documents, progress: progress) { FrameSurvey(of: read($0)) }
    return FrameSurvey(joining: parts, frames: frames)
  }

  /// What `transform` makes of each document, made side by side, in the order of the documents.
  static func each<Result: Sendable>(
    of documents: [Document], progress: (@Sendable (Int) -> Void)?,
    _ transform: @escaping @Sendable (Document) -> Result
  ) async -> [Result] {
    let width = max(1, ProcessInfo.processInfo.activeProcessorCount)
    return await withTaskGroup(of: [(Int, Result)].self) { group in
      for worker in 0..<min(width, documents.count) {
        group.addTask {
          stride(from: worker, to: documents.count, by: width).map { index in
            let result = transform(documents[index])
            progress?(index)
            return (index, result)
          }
        }
      }
      var results = [Result?](repeating: nil, count: documents.count)
      for await finished in group {
        for (index, result) in finished { results[index] = result }
      }
      return results.compactMap(\.self)
    }
  }
}
