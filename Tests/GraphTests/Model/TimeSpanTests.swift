import Graph
import Testing

@Suite struct `A time span` {
  @Test(arguments: [
    ("2014", 365), ("2016", 366), ("2014-02", 28), ("2016-02", 29), ("1900-02", 28),
    ("2014-11-10", 1),
    ("2014-11-10/2014-11-11", 2), ("2014-09/2014-11", 91), ("2012-12/..", Int.max),
    ("../1975", Int.max),
  ]) func `spans the days that it names`(text: String, length: Int) {
    #expect(TimeSpan(rawValue: text)?.length == length)
  }

  @Test(arguments: [
    "", "14", "2014-13", "2014-02-30", "2014-11-11/2014-11-10", "2014/", "2014-1", "2014-11-10/x",
    "../..", "..", "../x",
    "2014/2015/2016", "next year", "２０１４",
  ]) func `refuses what is no date`(text: String) {
    #expect(TimeSpan(rawValue: text) == nil)
  }

  @Test func `counts days from 1970`() {
    #expect(TimeSpan(rawValue: "1970-01-01")?.firstDay == 0)
    #expect(TimeSpan(rawValue: "2000-03-01")?.firstDay == 11_017)
    #expect(TimeSpan(rawValue: "1969-12-31")?.firstDay == -1)
  }

  @Test func `overlaps what shares a day with it`() throws {
    let month = try #require(TimeSpan(rawValue: "2014-11"))
    let since = try #require(TimeSpan(rawValue: "2012-12/.."))
    let year = try #require(TimeSpan(rawValue: "2013"))
    let until = try #require(TimeSpan(rawValue: "../2013-05"))
    #expect(until.overlaps(year) && until.overlaps(since) && !until.overlaps(month))
    #expect(until.isOpenStart && until.lastDay < month.firstDay && until < year)
    #expect(month.overlaps(since) && since.overlaps(year) && !month.overlaps(year))
  }
}
