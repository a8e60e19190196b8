import Graph
import Language

/// What was found in a document, sentence by sentence, to be read by who writes frames.
///
/// Under each sentence with an entity stand, indented: its entities, the claims (`+`) with frame, status, time
/// and speaker, and the trigger words that stated nothing (`?`) with what stands in the places of their ends:
/// `?` for a phrase that names nothing known, `-` for none.
public struct ClaimListing {
  private let reading: Pipeline.Reading
  private let ontology: Ontology

  /// The listing of one document.
  public init(of document: Document, by pipeline: Pipeline) {
    reading = pipeline.read(document)
    ontology = pipeline.ontology
  }

  /// The lines, each with a line feed.
  public var text: String {
    let table = reading.table
    let tree = reading.finder.treeFinder
    let claims = Dictionary(grouping: reading.claims, by: \.sentence)
    let offices = Dictionary(grouping: reading.offices, by: \.sentence)
    let memberships = Dictionary(grouping: reading.memberships, by: \.sentence)
    let mentions = Dictionary(grouping: reading.entities.mentions) {
      table.sentence[$0.mention.tokens.lowerBound]
    }
    let anaphors = Dictionary(grouping: reading.entities.anaphors) {
      table.sentence[$0.tokens.lowerBound]
    }
    var result = ""
    for sentence in table.text.sentenceRecords.indices {
      let named = mentions[sentence] ?? []
      guard !named.isEmpty || anaphors[sentence] != nil else { continue }
      let words = table.text.sentence(sentence).string.split(whereSeparator: \.isWhitespace)
      result += words.joined(separator: " ") + "\n"
      let names = named.map { "\(table.phrase($0.mention.tokens)) = \(label($0.entity))" }
      let references = (anaphors[sentence] ?? []).map { anaphor in
        "\(table.phrase(anaphor.tokens)) = \(anaphor.entities.map(label).joined(separator: " and "))"
      }
      result += "    " + (names + references).joined(separator: "; ") + "\n"
      let own = claims[sentence] ?? []
      for claim in own { result += "  + \(line(claim))\n" }
      for office in offices[sentence] ?? [] {
        let since = (office.term ?? office.since).map { " [actual \($0.rawValue)]" } ?? ""
        result += "  + \(label(office.person)) holds-office (\(office.office))\(since)\n"
      }
      for membership in memberships[sentence] ?? [] {
        result += "  + \(label(membership.person)) member-of (\(membership.party))\n"
      }
      let claimed = Set(own.flatMap(\.tokens))
      for idle in tree.idleTriggers(
        in: table.text.sentenceRecords[sentence].tokens, claimed: claimed)
      {
        result += "  ? \(idle)\n"
      }
    }
    return result
  }

  private func line(_ claim: ClaimDraft) -> String {
    var line = "\(label(claim.source)) \(claim.relation) \(label(claim.target))"
    line += " [\(claim.status.rawValue)\(claim.time.map { " \($0.rawValue)" } ?? "")]"
    line += " by \(claim.frame) \"\(reading.table.phrase(claim.tokens))\""
    if !claim.place.isEmpty { line += " at \(claim.place.map(label).joined(separator: ", "))" }
    if !claim.occasion.isEmpty {
      line += " on \(claim.occasion.map(label).joined(separator: ", "))"
    }
    if let topic = claim.topic { line += " about \"\(topic)\"" }
    switch claim.attribution {
    case .entity(let speaker): line += " says \(label(speaker))"
    case .words(let words): line += " say \(words)"
    case nil: break
    }
    return line
  }

  private func label(_ entity: Int) -> String { reading.entities.entities[entity].label }
}
