import Graph
import Language

/// Runs of capitalised words: how far they reach, and what they may name.
extension SentenceScan {
  /// Takes the run of capitalised words from `position`, as a name or as words that others may make one.
  mutating func takeRun(from position: Int) -> Int {
    if let end = partyWordEnd(at: position) ?? bodyAround(from: position)
      ?? bodyBehindKind(from: position) ?? bodyOfTwoWords(from: position)
    {
      return end
    }
    let end = runEnd(from: position)
    if let type = gazetteer.heads.type(table.lower[end - 1], .last), end - position > 1,
      !isTitleCased
    {
      let head = table.lower[end - 1]
      let fieldEnd = missionEnd(from: fieldEnd(from: end))
      addCountry(ofField: end..<fieldEnd)
      if let end = sessionEnd(behind: position..<fieldEnd, type) { return end }
      add(
        position..<fieldEnd, .named(table.phrase(position..<fieldEnd), type: type),
        by: "head.\(head)")
      return fieldEnd
    }
    if end < tokens.upperBound, !isTitleCased, table.hasSpaceBefore[end],
      let type = gazetteer.heads.type(table.lower[end], .lower),
      type != "organization" || end - position > 1 && table.isCapitalized[end - 1]
    {
      add(
        position..<end + 1, .named(table.phrase(position..<end + 1), type: type),
        by: "head.\(table.lower[end])")
      return end + 1
    }
    let phrase = table.phrase(position..<end)
    if isTitleCased {
      // Only what the article's text makes known counts in a headline: word by word.
      for word in position..<end where !isCompound(word) {
        add(word..<word + 1, .short(table.forms[word]), by: "capital")
      }
    } else if end - position == 1
      || end - position == 3 && table.forms[position + 1] == "-"
        && doubleNames.contains(table.joinedName(at: position))
    {
      add(position..<end, .short(phrase), by: "capital")
    } else if end - position == 3, table.forms[position + 1] == "-" {
      // A pair, as in "the Abe-Putin talks".
      add(position..<position + 1, .short(table.forms[position]), by: "capital")
      add(position + 2..<end, .short(table.forms[position + 2]), by: "capital")
    } else {
      // "Arto Lind Acting Governor": a name ends where a title starts.
      let name = (position + 2..<max(end, position + 2)).first { title(at: $0) != nil } ?? end
      add(position..<name, .unknown(table.phrase(position..<name)), by: "capitals")
      return name
    }
    return end
  }

  /// Whether a word is the second part of a first name: "Jean-Pierre".
  private func isCompound(_ word: Int) -> Bool {
    word >= tokens.lowerBound + 2 && table.forms[word - 1] == "-" && !table.hasSpaceBefore[word]
      && isFirstName(word - 2)
  }

  /// The end of the run of capitalised words from `start`, up to the next listed name or title.
  func runEnd(from start: Int) -> Int {
    var end = start + 1
    while end < tokens.upperBound {
      if let suffixEnd = generationEnd(end) { return suffixEnd }
      if end - start > 1, NameWords.postnominals.contains(table.forms[end]) { break }
      if isNameWord(end), table.hasSpaceBefore[end] {
        if isHead(end - 1), end - start > 1, title(at: end) != nil { break }
        if startsTitledName(end) { break }
        if let best = listed(at: end)?.best, !isHead(end) {
          if best.kind == .name || best.kind == .seat {
            guard end == start + 1, isFirstName(start), isSurname(best) else { break }
          } else if best.kind == .adjective, start == tokens.lowerBound {
            // "Former Austrian president": the capital of a sentence's first word makes no name.
            break
          }
        }
        end += 1
      } else if let headEnd = ownedHeadEnd(end) {
        end = headEnd
      } else if table.forms[end] == "-", !table.hasSpaceBefore[end], end + 1 < tokens.upperBound,
        !table.hasSpaceBefore[end + 1], table.forms[end + 1].first?.isLetter == true
      {
        end += 2
      } else if NameWords.particles.contains(table.lower[end]), end + 1 < tokens.upperBound,
        isNameWord(end + 1), end - start < 4
      {
        end += 2
      } else if end - start < 6, let next = particleEnd(end) {
        // "Khalid bin Ali al-Humaidan"
        end = next
      } else {
        break
      }
    }
    return end
  }

  /// Whether an office and a name start here: "Republican Senator Bob Carver" is no name of four words.
  private func startsTitledName(_ position: Int) -> Bool {
    guard !isTitleCased, let title = title(at: position), title.title.office != nil,
      title.title.rank != "leader" || title.end > position + 1, title.end < tokens.upperBound,
      !(position..<title.end).contains(where: isHead)
    else { return false }
    return isFirstName(title.end)
  }

  /// Whether what is a place's name may be a person's behind a first name: "Pedro Lima".
  private func isSurname(_ place: Gazetteer.Candidate) -> Bool {
    place.kind == .name && ["city", "island"].contains(gazetteer.things[place.thing].type)
  }
}
