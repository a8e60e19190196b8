import Extract
import Graph
import Language
import Testing
import TestSupport

@Suite struct `A time finder` {
  struct Case: Sendable {
    let sentence: String
    let published: String
    let resolved: String

    init(_ sentence: String, _ published: String, _ resolved: String) {
      self.sentence = sentence
      self.published = published
      self.resolved = resolved
    }
  }

  static func find(_ text: String, _ published: String?) -> [TimeExpression] {
    let annotator = Annotator(model: nil)
    let annotated = annotator.annotate(text, paragraphs: [ByteRange(0, text.utf8.count)])
    return TimeFinder(annotated, published: published.flatMap(TimeSpan.init)).expressions()
  }

  @Test(arguments: [
    // Full and partial dates
    Case("They met on Nov. 10, 2014, in Lima.", "2020-01-01", "2014-11-10"),
    Case("They met on 10 November 2014.", "2020-01-01", "2014-11-10"),
    Case("The war ended on Aug. 15, 1945.", "2020-01-01", "1945-08-15"),
    Case("The paper is dated 2014-11-10 throughout.", "2020-01-01", "2014-11-10"),
    Case("The paper is dated 11/10/2014 throughout.", "2020-01-01", "2014-11-10"),
    Case("The fair ran from Nov. 10 to 11.", "2014-12-01", "2014-11-10/2014-11-11"),
    Case("The fair will be held Nov. 18-19.", "2014-10-01", "2014-11-18/2014-11-19"),
    Case("The fair will run from Nov. 15.", "2014-10-01", "2014-11-15/.."),
    // "after" is told of the coup
    Case("They left after the 2020 coup.", "2022-01-12", "2020"),
    Case("They left before the 2020 coup in Mali.", "2022-01-12", "2020"),
    Case("They were there on May 1, 2 and 3.", "2014-12-01", "2014-05-01/2014-05-03"),
    Case("They were there on May 3-4 and 6, 2014.", "2014-12-01", "2014-05-03/2014-05-06"),
    Case("They were there on the 28th and 29th of April.", "2014-12-01", "2014-04-28/2014-04-29"),
    Case("They were there on May 4 and 5 soldiers fell.", "2014-12-01", "2014-05-04"),
    Case("They were there on May 4 and 5 Iranian officers fell.", "2014-12-01", "2014-05-04"),
    Case("The war began in April 1982: ships were sent.", "2014-12-01", "1982-04"),
    Case("They were there from Tuesday to Thursday.", "2013-10-08", "2013-10-01/2013-10-03"),
    // Months, years, decades
    Case("They met in September last year.", "2014-02-03", "2013-09"),
    Case("They met last November.", "2014-09-27", "2013-11"),
    Case("They met last March.", "2014-09-27", "2014-03"),
    Case("They will meet next March.", "2014-09-27", "2015-03"),
    Case("They met in March 2014.", "2014-09-27", "2014-03"),
    Case("They met in 1945.", "2014-09-27", "1945"),
    Case("Prices rose in the 1990s.", "2014-09-27", "1990/1999"),
    Case("Prices rose in the 19th century.", "2014-09-27", "1801/1900"),
    Case("They will meet in November.", "2014-09-27", "2014-11"),
    Case("They had met in November.", "2014-09-27", "2013-11"),
    Case("They will meet in February.", "2014-09-27", "2015-02"),
    Case("They were there in September.", "2014-09-27", "2014-09"),
    // Days of the week
    Case("They were there on Monday.", "2013-10-08", "2013-10-07"),
    Case("They were there on Tuesday.", "2013-10-08", "2013-10-08"),
    Case("They will be there on Friday.", "2013-10-08", "2013-10-11"),
    Case("They were there last Sunday.", "2014-09-27", "2014-09-21"),
    Case("They will be there next Friday.", "2014-09-22", "2014-10-03"),
    // Relative words
    Case("They met yesterday.", "2016-03-01", "2016-02-29"),
    Case("They met last night.", "2016-03-01", "2016-02-29"),
    Case("They met this morning.", "2016-03-01", "2016-03-01"),
    Case("They meet tomorrow.", "2016-12-31", "2017-01-01"),
    Case("They met earlier this month.", "2014-09-22", "2014-09"),
    Case("They will meet later this week.", "2014-09-22", "2014-09-22/2014-09-28"),
    Case("They plan to meet this fall.", "2014-09-22", "2014-09/2014-11"),
    Case("They met this winter.", "2015-01-20", "2014-12/2015-02"),
    Case("They met last year.", "2014-09-22", "2013"),
    Case("They will meet next year.", "2014-09-22", "2015"),
    Case("They met last week.", "2016-04-18", "2016-04-11/2016-04-17"),
    Case("They met two days ago.", "2016-03-01", "2016-02-28"),
    Case("They met two years ago.", "2016-03-01", "2014"),
    Case("They will meet in two weeks.", "2016-03-01", "2016-03-14/2016-03-20"),
    Case("They met often over the last seven months.", "2014-11-10", "2014-04/2014-11"),
    // Bounds and ranges
    Case("They have met five times since December 2012.", "2014-09-22", "2012-12/.."),
    Case("They met between 2010 and 2012.", "2014-09-22", "2010/2012"),
    Case("The fort stood until 1976.", "2014-09-22", "../1976"),
    Case("The bridge should be ready by 2030.", "2014-09-22", "2030"),
    Case(
      "The show runs until Friday, though it will end then.", "2014-09-22", "2014-09-22/2014-09-26"),
    Case("He had offered an answer by June 2.", "2014-05-12", "2014-06-02"),
    Case("They will meet in mid-May.", "2014-03-01", "2014-05"),
    Case("They met in early 2016.", "2017-03-01", "2016"),
    Case("They met on Christmas Eve 2013.", "2014-03-01", "2013-12-24"),
  ])
  func `resolves an expression in the precision of its words`(_ example: Case) {
    let found = Self.find(example.sentence, example.published)
    #expect(found.map { $0.resolved?.rawValue ?? $0.reason?.rawValue } == [example.resolved])
  }

  @Test func `counts on from the day told before`() {
    let text = "The fair opened on May 3, 2014. Two days later it closed. It rained the same day."
    #expect(
      Self.find(text, "2014-06-01").compactMap(\.resolved?.rawValue) == [
        "2014-05-03", "2014-05-05", "2014-05-05",
      ])
  }

  @Test(arguments: [
    ("The court ruled in 2011. The following year it closed.", "2012"),
    ("The court ruled in May 2011. It had met the previous month.", "2011-04"),
    ("The court ruled in June 2011. The following spring it closed.", "2012-03/2012-05"),
    ("The court ruled in June 2011. The following March it closed.", "2012-03"),
    ("The court ruled in March 2011. That summer it closed.", "2011-06/2011-08"),
    ("The court ruled on May 3, 2011. The next morning it closed.", "2011-05-04"),
    ("The court ruled on May 3, 2011. Later that evening it closed.", "2011-05-03"),
    ("The king fell in April 1992, and that September he died.", "1992-09"),
  ])
  func `takes up the time told before`(text: String, time: String) {
    #expect(Self.find(text, "2014-06-01").last?.resolved?.rawValue == time)
  }

  @Test(arguments: [
    ("The war of 1950-53 ended.", "1950/1953"),
    ("Prices of 2010-12 rose.", "2010-12"),
    ("The first visit in two decades ended.", nil),
  ])
  func `reads years and months where they stand`(text: String, time: String?) {
    #expect(Self.find(text, "2014-06-01").last?.resolved?.rawValue == time)
  }

  @Test func `gives what happened before something its own day`() {
    let found = Self.find("Ann left on Monday, two days after Bob came.", "2015-06-10")
    #expect(found.compactMap(\.resolved?.rawValue) == ["2015-06-08", "2015-06-06"])
  }

  @Test func `leaves relative words unresolved without a date of publication, and says why`() {
    let found = Self.find("They met yesterday, last fall and in May 2013.", nil)
    #expect(found.map { $0.resolved?.rawValue } == [nil, nil, "2013-05"])
    #expect(found.first?.reason == .noPublicationDate)
  }

  @Test func `takes from a month of publication only what it can tell`() {
    let found = Self.find("They met yesterday and last month.", "2014-03")
    #expect(found.map { $0.resolved?.rawValue } == [nil, "2014-02"])
    #expect(found.first?.reason == .coarsePublicationDate)
  }

  @Test func `says that a day isn't in the calendar`() {
    #expect(Self.find("They met on Feb. 30, 2014.", "2015-01-01").map(\.reason) == [.noSuchDay])
  }

  @Test(arguments: [
    "They may come.", "Ann and Bob came and may stay.", "The troops march on.",
    "He bought 2,000 tons at $1,999.", "Prices fall again.",
    "Call 555-2013-44 now.", "The sun was up.", "He came second.",
  ])
  func `passes over words that tell no time`(_ sentence: String) {
    #expect(Self.find(sentence, "2014-09-27").map(\.value) == [])
  }

  @Test(arguments: [
    ("They met this week.", "2014-W45"), ("They met this fall.", "2014-FA"),
    ("They met on Friday.", "XXXX-WXX-5"),
    ("They met in November.", "XXXX-11"), ("They met today.", "2014-11-07"),
    ("They met between 2010 and 2012.", "(2010-01-01,2012-01-01,P2Y)"),
  ])
  func `gives the value as TIMEX3 has it`(_ sentence: String, _ value: String) {
    #expect(Self.find(sentence, "2014-11-07").map(\.value) == [value])
  }

  static let words = [
    "on", "Monday", "last", "next", "this", "week", "Nov.", "10", "to", "11", ",", "2014", "since",
    "until",
    "two",
    "days", "ago", "later", "in", "the", "1990s", "century", "19th", "between", "and", "early",
    "fall",
    "they",
    "met", "will", "year", "from", "99999999", "decades", "first", "of", "May", ".", "today",
    "winter", "-",
    "/",
    "weekend", "Easter", "9999", "after", "past", "quarter", "'s", "é",
  ]

  @Test(arguments: ["0001-01-01", "0001", "9999-12-31", "9999", "2014-02", "2016-02-29", nil])
  func `finds ranges that are exact, in order and inside a sentence, whatever the text and date`(
    _ published: String?
  ) {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<150 {
      let text = (0..<30).map { _ in Self.words.randomElement(using: &generator) ?? "" }.joined(
        separator: " ")
      let annotated = Annotator(model: nil).annotate(
        text, paragraphs: [ByteRange(0, text.utf8.count)])
      var end = 0
      for found in TimeFinder(annotated, published: published.flatMap(TimeSpan.init)).expressions()
      {
        #expect(found.range.start >= end && found.range.start < found.range.end, "\(text)")
        end = found.range.end
        let sentences = (0..<annotated.sentenceCount).map { annotated.sentence($0) }
        #expect(
          sentences.contains {
            $0.range.start <= found.range.start && found.range.end <= $0.range.end
              && $0.tokens.contains(found.tokens.lowerBound)
              && $0.tokens.upperBound >= found.tokens.upperBound
          })
        #expect((found.resolved == nil) == (found.reason != nil))
      }
    }
  }
}
