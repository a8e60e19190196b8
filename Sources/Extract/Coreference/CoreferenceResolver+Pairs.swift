import Graph
import Language

/// Groups of two: "the two leaders", "both sides".
extension CoreferenceResolver {
  /// "the two leaders", "both sides": the two that were named last; of countries, else the two that the
  /// document is about.
  func group(_ phrase: NounPhrase, sentence: Int) -> [Int]? {
    guard phrase.count == 2, !phrase.isNarrowed,
      phrase.owners.allSatisfy({ tellsRegion($0) || tellsMembership($0) })
    else { return nil }
    let heads = gazetteer.heads
    let title = titleInPlural(phrase)
    guard
      let type = title?.rank ?? heads.type(phrase.lemma, .both) ?? heads.type(phrase.lemma, .any),
      phrase.isDefinite || !["person", "leader", "minister"].contains(type)
    else { return nil }
    if type == "country", let both = bothSpeaking(above: phrase.head) { return both }
    if type == "country", let own = pairWithPublisher(sentence: sentence) { return own }
    if let sides = sides(phrase, sentence: sentence) { return sides }
    let others = outsiders(of: phrase.head)
    let wholes = named(asOwnersIn: phrase)
    func belongs(_ index: Int) -> Bool {
      guard !others.contains(index), !isHistoric(index) else { return false }
      // "the two Gulf states": where the list tells of a country, it must lie there, or be a member.
      if type == "country", let thing = entities.entities[index].thing,
        !gazetteer.things[thing].regions.isEmpty,
        !wholes.allSatisfy({
          gazetteer.lies(thing, in: $0)
            || gazetteer.thing($0)?.members.contains(gazetteer.things[thing].id) == true
        })
      {
        return false
      }
      let entity = entities.entities[index]
      if let office = title?.office {
        return offices.offices(of: index).contains { $0.office == office }
      }
      switch type {
      case "person": return entity.id.nodeClass == "person"
      case "leader", "minister":
        return entity.type == type || offices.offices(of: index).contains { $0.rank == type }
      default: return entity.type == type && !isPast(entity)
      }
    }
    var members: [Int] = []
    for distance in 0...2 {
      // Two that were told apart some sentences ago are less likely meant than the two that the text is about.
      if distance == 2, members.isEmpty, type == "country", let pair = mainPair(),
        pair.allSatisfy(belongs)
      {
        return pair
      }
      for referent in referents.reversed() where referent.sentence == sentence - distance {
        // "Both countries, which the United States mediates between": one name behind the two is none of them.
        if referent.isPlural, referent.entities.count == 2,
          members.count < 2 || Set(members).isSubset(of: referent.entities),
          referent.entities.allSatisfy(belongs)
        {
          return speakers(of: referent.entities, type, sentence: sentence, where: belongs)
            ?? referent.entities
        }
        for index in referent.entities where belongs(index) && !members.contains(index) {
          members.append(index)
        }
      }
      if members.count >= 2 { break }
    }
    // "the two NATO allies": of a bloc, two that the text tells of alone.
    if !phrase.owners.isEmpty, phrase.owners.allSatisfy(tellsMembership) {
      return members.count == 2 ? members.sorted() : nil
    }
    // "the two Asian countries": two that the text doesn't tell of together may be elsewhere.
    if !phrase.owners.isEmpty {
      return mainPair().flatMap { $0.allSatisfy(belongs) ? $0 : nil }
    }
    if members.count == 2 {
      if let pair = speakers(of: members, type, sentence: sentence, where: belongs) {
        return pair
      }
      // Of two that the text doesn't tell of together, one may be a third party.
      if type == "country", let pair = mainPair(), pair.allSatisfy(belongs),
        Set(pair).intersection(members).count == 1, !areRanged(members, before: phrase.head)
      {
        return pair
      }
      return members.sorted()
    }
    if type == "leader", members.isEmpty { return mainPair(of: "leader") }
    guard type == "country", let pair = mainPair(),
      Set(members).isSubset(of: pair) || members.count > 2,
      members.isEmpty || !Set(members).isDisjoint(with: pair)
    else { return nil }
    return pair
  }

  /// The title of which "the two prime ministers" are holders; nil where a word alone names it, as "ministers", which may be any.
  private func titleInPlural(_ phrase: NounPhrase) -> TitleTable.Title? {
    guard phrase.isPlural else { return nil }
    let first = max(scan.tokens.lowerBound, phrase.head - 2)
    return (first..<phrase.head).lazy.compactMap { [gazetteer, table] start in
      let words = (start..<phrase.head).map { table.lower[$0] } + [phrase.lemma]
      return gazetteer.titles.title(words.joined(separator: " "))
    }.first { $0.office != nil }
  }

  /// "Moyo noted that Lind had met Park. The two leaders agreed": the two leaders of the document, where the text speaks of
  /// those of `members` who are none of them only in what somebody says, or in a clause about another.
  private func speakers(
    of members: [Int], _ type: String, sentence: Int, where belongs: (Int) -> Bool
  ) -> [Int]? {
    guard ["person", "leader"].contains(type), let pair = mainPair(of: "leader"),
      pair != members.sorted(), pair.allSatisfy(belongs),
      members.allSatisfy({ pair.contains($0) || isOnlyToldOf($0, before: sentence) })
    else { return nil }
    return pair
  }

  /// Whether the last sentences bring somebody up only in what somebody says, or in a relative clause.
  private func isOnlyToldOf(_ entity: Int, before sentence: Int) -> Bool {
    referents.reversed().prefix { sentence - $0.sentence <= 2 }
      .filter { $0.entities.contains(entity) }
      .allSatisfy { referent in
        trees.ancestors(of: referent.head).contains {
          ["ccomp", "acl", "parataxis"].contains(trees.relations[$0])
        }
      }
  }

  /// Who is none of the two: who acts on them, "Borrell invited the two leaders", or on whom they act, "Both nations have
  /// sanctions on Fiji".
  func outsiders(of head: Int) -> [Int] {
    guard let verb = trees.predicate(of: head), let subject = trees.subject(of: verb) else {
      return []
    }
    if subject != head { return entities(at: subject) }
    // Read on from here, nothing but names is known yet.
    return trees.dependents(of: verb).filter {
      $0 > head && ["obj", "iobj", "obl"].contains(trees.relations[$0])
    }.flatMap { [$0] + trees.dependents(of: $0, by: "nmod") }.flatMap { entities(at: $0) }
  }

  /// "the Chadian and Malian ministers": whether the sentence itself joins the two before the phrase that takes them up.
  private func areRanged(_ members: [Int], before phrase: Int) -> Bool {
    let start = table.text.sentenceRecords[table.sentence[phrase]].tokens.lowerBound
    let names = entities.mentions.filter {
      start <= $0.mention.tokens.lowerBound && $0.mention.tokens.upperBound <= phrase
        && members.contains($0.entity)
    }
    return zip(names, names.dropFirst()).contains { first, second in
      first.entity != second.entity
        && second.mention.tokens.lowerBound == first.mention.tokens.upperBound + 1
        && table.lower[first.mention.tokens.upperBound] == "and"
    }
  }

  /// Whether all that the gazetteer knows of a person ended long before the text, which gives him no title of today: "the first
  /// to come since Lyndon Johnson".
  private func isHistoric(_ index: Int) -> Bool {
    guard let published, let thing = entities.entities[index].thing,
      entities.entities[index].id.nodeClass == "person",
      !offices.offices(of: index).contains(where: { !$0.isListed })
    else { return false }
    let terms = gazetteer.things[thing].offices.compactMap(\.term)
    return !terms.isEmpty
      && terms.allSatisfy {
        $0.lastDay != .max && $0.lastDay + Self.lastingFame < published.firstDay
      }
  }

  /// How many days after his office somebody may still be a party to what is reported: twenty years.
  private static let lastingFame = 7305

  /// "the two Asian countries", "the two former Soviet republics": what tells where they are, or of what they were part,
  /// is nobody whose they are.
  func tellsRegion(_ owner: Int) -> Bool {
    guard trees.relations[owner] != "nmod:poss", case let known = entities(at: owner),
      known.count == 1
    else { return false }
    let entity = entities.entities[known[0]]
    return entity.type == "region" || isPast(entity)
  }

  /// "the two NATO allies": whether a name before the noun is of a body whose members the list knows.
  private func tellsMembership(_ owner: Int) -> Bool {
    guard trees.relations[owner] != "nmod:poss", case let known = entities(at: owner),
      known.count == 1, let thing = entities.entities[known[0]].thing
    else { return false }
    return !gazetteer.things[thing].members.isEmpty
  }

  /// In what a state publishes, "the two countries" are itself and the one that it tells of, where it ranges no two others.
  private func pairWithPublisher(sentence: Int) -> [Int]? {
    guard let publisher = entities.publisher.flatMap(entities.index(of:)) else { return nil }
    let recent = referents.reversed().prefix { sentence - $0.sentence <= 1 }
    guard
      !recent.contains(where: {
        $0.isPlural && $0.entities.count > 1 && $0.entities.allSatisfy(isCountry)
      }),
      let other = recent.first(where: {
        $0.entities.count == 1 && isCountry($0.entities[0]) && $0.entities[0] != publisher
      })
    else { return nil }
    return [publisher, other.entities[0]].sorted()
  }

  /// "both Koreas": the two countries of the text that share a name.
  func namesakes(_ head: Int) -> [Int]? {
    guard table.isCapitalized[head], mentionAt[head] == nil, table.forms[head].hasSuffix("s"),
      trees.dependents(of: head).contains(where: {
        ["the", "both", "two"].contains(table.lower[$0]) && $0 < head
      })
    else { return nil }
    let name = " \(table.forms[head].dropLast())"
    let sharing = entities.entities.indices.filter {
      entities.entities[$0].type == "country" && entities.entities[$0].label.hasSuffix(name)
    }
    return sharing.count == 2 ? sharing : nil
  }

  /// "negotiations between Chad and the FACT, ... the two sides": a country and a body may be sides of one matter, where
  /// the text joins them last.
  private func sides(_ phrase: NounPhrase, sentence: Int) -> [Int]? {
    let heads = gazetteer.heads
    guard heads.type(phrase.lemma, .own) != nil, heads.type(phrase.lemma, .any) == nil else {
      return nil
    }
    let pair = referents.last {
      sentence - $0.sentence <= 1 && $0.isPlural && $0.entities.count == 2
        && isBetween($0.head)
    }
    guard let pair,
      pair.entities.allSatisfy({
        ["country", "organization"].contains(entities.entities[$0].type)
      })
    else { return nil }
    return pair.entities.sorted()
  }

  /// "between the government of Chad and the FACT": whether the phrase, or the one that it is part of, is behind "between".
  private func isBetween(_ head: Int) -> Bool {
    func stands(_ token: Int) -> Bool {
      trees.dependents(of: token, by: "case").contains { table.lower[$0] == "between" }
    }
    return stands(head) || trees.relations[head] == "nmod" && trees.heads[head].map(stands) == true
  }

  /// The countries of who speaks and who is spoken to in the clause above: "Putin proposed to Abe that the two countries
  /// sign a treaty".
  private func bothSpeaking(above head: Int) -> [Int]? {
    guard let clause = trees.predicate(of: head), trees.relations[clause] == "ccomp",
      let verb = trees.heads[clause], let subject = trees.subject(of: verb)
    else { return nil }
    let addressed = trees.dependents(of: verb).filter { token in
      ["obj", "iobj"].contains(trees.relations[token])
        || trees.relations[token] == "obl"
          && trees.dependents(of: token, by: "case").contains {
            ["to", "with"].contains(table.lower[$0])
          }
    }
    let countries = ([subject] + addressed).compactMap { token in
      bodyID(ofOwnerAt: token).flatMap(entities.index(of:))
    }
    guard countries.count == 2, countries[0] != countries[1],
      countries.allSatisfy({ entities.entities[$0].type == "country" })
    else { return nil }
    return countries.sorted()
  }

  /// Whether it is a country of the past, with which none has dealings now.
  private func isPast(_ entity: Entity) -> Bool {
    entity.thing.map { gazetteer.things[$0].isFormer } ?? false
  }

  /// The two countries, or the two leaders, that the document names far more often than any other.
  func mainPair(of type: String = "country") -> [Int]? {
    var counts: [Int: Int] = [:]
    for mention in entities.mentions where entities.entities[mention.entity].type == type {
      counts[mention.entity, default: 0] += 1
    }
    let ranked = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    guard ranked.count >= 2, ranked[1].value >= (type == "leader" ? 2 : 3) else { return nil }
    guard ranked.count == 2 || ranked[2].value * 2 <= ranked[1].value else { return nil }
    return [ranked[0].key, ranked[1].key].sorted()
  }
}
