import Graph

/// Several persons behind one title: "Presidents Putin and Xi", "Foreign Ministers Lavrov of Russia and Wang of China".
extension SentenceScan {
  /// The persons of a title in the plural that starts at `position`, and where the last ends; nil where it is none.
  mutating func titledPersons(at position: Int) -> Int? {
    guard !isTitleCased, table.isCapitalized[position], let roll = pluralTitle(at: position) else {
      return nil
    }
    var mentions: [EntityMention] = []
    var start = roll.end
    while start < tokens.upperBound, isNameWord(start), title(at: start) == nil {
      let name = start..<personEnd(from: start)
      guard !name.isEmpty else { break }
      // "Presidents Putin": the title is the first one's to the tree.
      let titles = [use(roll, at: position)]
      let end = countryEnd(behind: name.upperBound, of: titles)
      mentions.append(
        EntityMention(
          tokens: name, extent: (mentions.isEmpty ? position : name.lowerBound)..<end,
          reference: personReference(name), titles: titles, foundBy: "title.plural"))
      start = end
      let joint = start
      while start < min(tokens.upperBound, joint + 2), [",", "and"].contains(table.lower[start]) {
        start += 1
      }
      if start == joint { break }
    }
    guard mentions.count > 1, let last = mentions.last else { return nil }
    found += mentions
    return last.extent.upperBound
  }

  /// The longest title in the plural that starts at `position`: "Foreign Ministers".
  private func pluralTitle(at position: Int) -> TitleMatch? {
    for end in (position + 1..<min(position + 5, tokens.upperBound)).reversed()
    where table.isCapitalized[end - 1] && table.lower[end - 1].utf8.last == UInt8(ascii: "s") {
      let phrase = table.phrase(position..<end).lowercased()
      guard let title = gazetteer.titles.title(String(phrase.dropLast())), title.office != nil,
        gazetteer.titles.title(phrase) == nil
      else { continue }
      return TitleMatch(end: end, title: title)
    }
    return nil
  }
}
