import Language
import Testing

/// The tokens of one paragraph, with a bar between.
private func tokens(_ text: String) -> String {
  let annotated = Annotator().annotate(text, paragraphs: [ByteRange(0, text.utf8.count)])
  return (0..<annotated.tokenCount).map { annotated.token($0).form }.joined(separator: "|")
}

/// The same text with the bars taken out and a space where it had one: what was tokenized.
private func check(
  _ text: String, _ expected: String, at location: SourceLocation = #_sourceLocation
) {
  #expect(tokens(text) == expected, sourceLocation: location)
}

@Suite struct `A tokenizer` {
  @Test func `splits words at white space, and punctuation off words`() {
    check("Ministers met (briefly), then left.", "Ministers|met|(|briefly|)|,|then|left|.")
  }

  @Test func `splits negations and clitics`() {
    check(
      "They didn't say it's Abe's, and we'll ask.",
      "They|did|n't|say|it|'s|Abe|'s|,|and|we|'ll|ask|.")
  }

  @Test func `splits clitics with curly apostrophes`() {
    check("Japan’s plan won’t do.", "Japan|’s|plan|wo|n’t|do|.")
  }

  @Test func `splits words that are fused without an apostrophe`() {
    check("It cannot last; we're gonna see.", "It|can|not|last|;|we|'re|gon|na|see|.")
  }

  @Test func `keeps apostrophes inside names and words`() {
    check("O'Hara left at five o'clock.", "O'Hara|left|at|five|o'clock|.")
  }

  @Test func `splits the possessive apostrophe off a plural`() {
    check("Both sides' envoys came.", "Both|sides|'|envoys|came|.")
  }

  @Test func `keeps shortened years together`() {
    check("In the '90s and in '02", "In|the|'90s|and|in|'02")
  }

  @Test func `keeps abbreviations' full stops`() {
    check(
      "Gen. Orlov met Dr. Sato of the U.S. on Nov. 10.",
      "Gen.|Orlov|met|Dr.|Sato|of|the|U.S.|on|Nov.|10|.")
  }

  @Test func `keeps saints and companies`() {
    check(
      "St. Petersburg hosts Vostok Inc., a firm.", "St.|Petersburg|hosts|Vostok|Inc.|,|a|firm|.")
  }

  @Test func `keeps initials before names`() {
    check("J. R. Moto and W.E. Lind", "J.|R.|Moto|and|W.E.|Lind")
  }

  @Test func `takes No. as a number's word before a digit, and as an answer elsewhere`() {
    check("Order No. 10 was signed. No.", "Order|No.|10|was|signed|.|No|.")
  }

  @Test func `splits most hyphenated words`() {
    check("a long-standing Russia-held isle", "a|long|-|standing|Russia|-|held|isle")
  }

  @Test func `keeps prefixes attached`() {
    check("pro-Moscow ex-minister's e-mail", "pro-Moscow|ex-minister|'s|e-mail")
  }

  @Test func `splits ranges and keeps phone numbers and dates`() {
    check(
      "Nov. 18-19, call 555-0142, 2014-09-27", "Nov.|18|-|19|,|call|555-0142|,|2014-09-27")
  }

  @Test func `keeps numbers with commas, points and colons`() {
    check("1,250,000 of 3.5 at 10:30, 1,2", "1,250,000|of|3.5|at|10:30|,|1|,|2")
  }

  @Test func `splits currency signs and units off numbers`() {
    check("$3bn, €5, US$2, 40%, 5pm", "$|3|bn|,|€|5|,|US$|2|,|40|%|,|5|pm")
  }

  @Test func `keeps ordinals and decades`() {
    check("the 20th century's 1970s", "the|20th|century|'s|1970s")
  }

  @Test func `keeps addresses whole and their last full stop apart`() {
    check(
      "See https://example.org/a-b?c=1, www.example.com or a.b@example.org.",
      "See|https://example.org/a-b?c=1|,|www.example.com|or|a.b@example.org|.")
  }

  @Test func `keeps host names`() {
    check("on example.com and news.example.co.uk.", "on|example.com|and|news.example.co.uk|.")
  }

  @Test func `parts two sentences that lack their space`() {
    check("It ended.Then it began.", "It|ended|.|Then|it|began|.")
  }

  @Test func `keeps runs of one mark together`() {
    check("Wait... what?! -- no……", "Wait|...|what|?!|--|no|…|…")
  }

  @Test func `splits quotation marks off, straight or curly`() {
    check("“Yes,” he said. \"No.\"", "“|Yes|,|”|he|said|.|\"|No|.|\"")
  }

  @Test func `splits slashes between words and keeps dates`() {
    check("and/or on 9/11", "and|/|or|on|9/11")
  }

  @Test func `takes no-break and other Unicode spaces for spaces`() {
    check("Mr.\u{A0}Abe\u{2009}met\u{3000}them\u{FEFF}", "Mr.|Abe|met|them")
  }

  @Test func `keeps letters of any script and their marks together`() {
    check("Владимир Путин и 安倍 naïve e\u{301}tude", "Владимир|Путин|и|安倍|naïve|e\u{301}tude")
  }

  @Test func `keeps drawn symbols whole`() {
    check("fine 👍🏽!", "fine|👍🏽|!")
  }

  @Test func `knows which tokens are written as one word`() {
    let text = "They don't; Abe's 'plan' works."
    let annotated = Annotator().annotate(text, paragraphs: [ByteRange(0, text.utf8.count)])
    let joined = annotated.tokenRecords.filter(\.continuesWord).map {
      annotated.string(in: $0.range)
    }
    #expect(joined == ["n't", "'s"])
  }

  @Test func `finds nothing in nothing`() {
    #expect(tokens("") == "")
    #expect(tokens(" \n\u{A0}") == "")
  }
}
