import Graph
import Language

/// The first person: who "I" and "we" are.
extension CoreferenceResolver {
  /// "I" and "my" inside a quotation are its speaker's, outside of one whose statement the article is; "we" and "our"
  /// of who holds an office, or of a state's own publication, are the country's.
  mutating func resolveSpeakers() {
    let author = author
    let publisher = hasTurns ? nil : entities.publisher
    let signatories = signatories
    for (sentence, record) in table.text.sentenceRecords.enumerated() {
      for token in record.tokens where trees.partsOfSpeech[token] == .pronoun {
        let isSingular = Self.firstPerson.contains(table.lower[token])
        guard isSingular || Self.firstPersonPlural.contains(table.lower[token]),
          case let meant = speaks(
            at: token, for: author, publisher, signatories, isSingular: isSingular), !meant.isEmpty
        else { continue }
        take(
          Anaphor(
            tokens: token..<token + 1, head: token, entities: meant, foundBy: "pronoun.speaker"),
          sentence: sentence)
      }
    }
  }

  /// Who a pronoun of the first person is: outside of quotations the `author` or, of several, the `signatories` or the
  /// state that publishes the text.
  private func speaks(
    at token: Int, for author: Int?, _ publisher: NodeID?, _ signatories: [Int], isSingular: Bool
  ) -> [Int] {
    let isQuoted = quotations.quotation(at: token) != nil
    let person = (isQuoted ? speaker(at: token) : author).flatMap {
      entities.entities[$0].id.nodeClass == "person" ? $0 : nil
    }
    if isSingular { return person.map { [$0] } ?? [] }
    if let person, let country = country(servedBy: person) { return [country] }
    guard !isQuoted else { return [] }
    if !signatories.isEmpty {
      // What is theirs is their countries'.
      guard table.lower[token].hasPrefix("our") else { return signatories }
      return signatories.map { country(servedBy: $0) ?? $0 }
    }
    return publisher.flatMap(entities.index(of:)).map { [$0] } ?? []
  }

  /// The one country, of those that the text names, that a person holds an office of.
  func country(servedBy person: Int) -> Int? {
    let countries = Set(
      offices.offices(of: person).compactMap(\.body).compactMap { body in
        entities.entities.firstIndex { $0.id == body && $0.type == "country" }
      })
    return countries.count == 1 ? countries.first : nil
  }

  /// Whether persons speak in turns: then "we" is each one's own.
  private var hasTurns: Bool {
    let sentences = table.text.sentenceRecords
    return sentences.indices.contains { index in
      guard index == 0 || sentences[index - 1].paragraph != sentences[index].paragraph,
        let colon = sentences[index].tokens.prefix(Self.longestTurn).first(where: {
          table.forms[$0] == ":"
        }), colon > sentences[index].tokens.lowerBound, let mention = mentionAt[colon - 1]
      else { return false }
      return entities.entities[entities.mentions[mention].entity].id.nodeClass == "person"
    }
  }

  /// How many words may stand before what somebody says in turn.
  private static let longestTurn = 14

  /// Whose words the article is: "Statement by President Biden", as its headline says.
  private var author: Int? {
    authorship(behind: ["by", "from", "of"]).flatMap { start in
      entities.mentions.first {
        $0.mention.extent.lowerBound == start
          && entities.entities[$0.entity].id.nodeClass == "person"
      }?.entity
    }
  }

  /// Where the headline names whose words the article is: behind a noun of speech and one of the prepositions.
  private func authorship(behind prepositions: Set<String>) -> Int? {
    let headline = table.text.sentenceRecords.first?.tokens ?? 0..<0
    return headline.dropLast(2).first {
      gazetteer.words.noun(table.lower[$0], is: .speech)
        && prepositions.contains(table.lower[$0 + 1])
    }.map { $0 + 2 }
  }

  /// Whose joint words the article is: "We, President Moyo and Prime Minister Lind, met", or, as its headline says, "Joint
  /// Statement of Chad and Mali".
  private var signatories: [Int] {
    let openings = table.text.sentenceRecords.prefix(Self.longestOpening).map(\.tokens)
    for sentence in openings {
      guard
        let we = sentence.dropLast(2).first(where: {
          table.lower[$0] == "we" && table.lower[$0 + 1] == ","
            && quotations.quotation(at: $0) == nil
        })
      else { continue }
      let listed = listed(from: we + 2, in: sentence)
      if listed.count > 1 { return listed }
    }
    guard let headline = openings.first, headline.contains(where: { table.lower[$0] == "joint" }),
      let start = authorship(behind: ["by", "from", "of", "between"])
    else { return [] }
    let listed = listed(from: start, in: headline)
    return listed.count > 1 ? listed : []
  }

  /// The persons, or else the countries, of a list that starts at a token: it ends where a verb or a quotation stands.
  private func listed(from start: Int, in sentence: Range<Int>) -> [Int] {
    let end =
      (start..<sentence.upperBound).first {
        mentionAt[$0] == nil && titledMention[$0] == nil
          && (trees.partsOfSpeech[$0] == .verb
            || ["on", "at", "in", ":"].contains(table.lower[$0]))
      } ?? sentence.upperBound
    var found: [Int] = []
    for token in start..<end {
      guard let mention = mentionAt[token], head(of: mention) == token else { continue }
      let entity = entities.mentions[mention].entity
      if !found.contains(entity) { found.append(entity) }
    }
    let persons = found.filter { entities.entities[$0].id.nodeClass == "person" }
    return persons.isEmpty ? found.filter { entities.entities[$0].type == "country" } : persons
  }

  /// In how many sentences a statement may tell whose it is.
  private static let longestOpening = 3

  private static let firstPerson: Set<String> = ["i", "me", "my", "mine", "myself"]
  private static let firstPersonPlural: Set<String> = ["we", "our", "ours", "ourselves"]
}
