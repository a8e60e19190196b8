import Language
import Testing

/// The sentences of one paragraph.
private func sentences(_ text: String) -> [String] {
  let annotated = Annotator().annotate(text, paragraphs: [ByteRange(0, text.utf8.count)])
  return (0..<annotated.sentenceCount).map { annotated.sentence($0).string }
}

@Suite struct `A sentence splitter` {
  @Test func `splits after full stops, question marks and exclamation marks`() {
    #expect(
      sentences("He left. Did she stay? She did! Good.")
        == ["He left.", "Did she stay?", "She did!", "Good."])
  }

  @Test func `does not split after titles and initials`() {
    #expect(sentences("Gen. Orlov met J. Sato and Mr. Lind.").count == 1)
  }

  @Test func `does not split between a month and its day`() {
    #expect(sentences("They meet on Nov. 10 in Oslo.").count == 1)
  }

  @Test func `splits after an abbreviation where a sentence clearly starts`() {
    #expect(
      sentences("He went to the U.S. The trip was short.")
        == ["He went to the U.S.", "The trip was short."])
  }

  @Test func `does not split between an abbreviation and a name`() {
    #expect(sentences("The U.S. Senate and Vostok Inc. President Lind agreed.").count == 1)
  }

  @Test func `leaves closing quotation marks with their sentence`() {
    #expect(
      sentences("“We will go.” He went. (They stayed.) It rained.")
        == ["“We will go.”", "He went.", "(They stayed.)", "It rained."])
  }

  @Test func `does not split before the words that report a quotation`() {
    #expect(sentences("\"Will it hold?\" he asked.").count == 1)
  }

  @Test func `splits off a citation with the sentence that it supports`() {
    #expect(sentences("It is old. [12] It stands.") == ["It is old. [12]", "It stands."])
  }

  @Test func `does not split after the number of a list's item`() {
    #expect(sentences("1. Sign the treaty. 2. Keep it.").first == "1. Sign the treaty.")
  }

  /// One sentence each, as news have them.
  static let whole = [
    "The talks with Gov. Andrew Lind, Lt. Gen. Pavel Orlov and Mr. Sato begin on Nov. 15 in Geneva.",
    "John F. Kennedy met the U.S. Secretary of State in Washington.",
    "He is No. 2 in the government of Prime Minister Shinzo Abe.",
    "“We will not wait,” he said.",
    "Yahoo! Japan said that its profit rose by 3.5 percent.",
    "The minister said that Russian President Vladimir Putin and German Chancellor Angela Merkel agreed.",
    "The president of the country\nVladimir Putin met the prime minister\nShinzo Abe.",
    "They were accused of “spying,” “sabotage” and other crimes.",
    "The law names “Articles of War”, “Rules of Trade” and “Rates of Duty”.",
    "“Will it hold until Monday?” the foreign minister of Japan asked.",
    "The war — Russia calls it an operation — went on.",
  ]

  @Test(arguments: whole)
  func `leaves whole`(sentence: String) {
    #expect(sentences(sentence) == [sentence])
  }

  @Test func `splits between a heading and the text that runs on`() {
    #expect(
      sentences(
        """
        He was elected to the parliament in 1980. Early life The president was born in Oslo in 1950. He went \
        to school there.
        """
      ).contains("Early life"))
  }

  @Test func `lets a line drawn with marks stand by itself`() {
    #expect(sentences("The end ===== Notes follow") == ["The end", "=====", "Notes follow"])
  }

  @Test func `splits by rules without a model`() {
    let text = "Mr. Lind left. “Why?” he asked. She stayed."
    let annotated = Annotator(model: nil).annotate(
      text, paragraphs: [ByteRange(0, text.utf8.count)])
    #expect(
      (0..<annotated.sentenceCount).map { annotated.sentence($0).string }
        == ["Mr. Lind left.", "“Why?” he asked.", "She stayed."])
  }

  @Test(arguments: [".)", "))))", "word ", "[1] ", ". [1] [2]"])
  func `bounds the length of sentences of`(piece: String) {
    let text = "It ended." + String(repeating: piece, count: 3_000)
    let annotated = Annotator(model: nil).annotate(
      text, paragraphs: [ByteRange(0, text.utf8.count)])
    #expect(annotated.sentenceRecords.allSatisfy { $0.tokens.count <= 300 })
  }

  @Test func `bounds the length of sentences without full stops`() {
    let text = String(repeating: "word ", count: 5_000)
    let annotated = Annotator(model: nil).annotate(
      text, paragraphs: [ByteRange(0, text.utf8.count)])
    #expect(annotated.tokenCount == 5_000)
    #expect(annotated.sentenceRecords.allSatisfy { $0.tokens.count <= 256 })
  }
}
