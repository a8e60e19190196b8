@testable import Extract
import Language
import Testing

@Suite struct `A dateline` {
  @Test(arguments: [
    ("WASHINGTON — The sun shone.", "The sun shone."),
    ("DAKAR, SENEGAL — A rift grew.", "A rift grew."),
    ("OTTAWA, Ontario — A rift grew.", "A rift grew."),
    ("PARIS (Reuters) - A rift grew.", "A rift grew."),
    ("ANKARA, Dec 12 (Reuters) - A rift grew.", "A rift grew."),
    ("SEOUL, South Korea, March 3 (Xinhua) -- A rift grew.", "A rift grew."),
    ("UNICEF (founded in 1946) - A rift grew.", "UNICEF (founded in 1946) - A rift grew."),
    ("NATO, which met — A rift — agreed.", "NATO, which met — A rift — agreed."),
    ("UNITED NATIONS -- \"Go,\" he said.", "\"Go,\" he said."),
    ("NATO — the alliance — agreed.", "NATO — the alliance — agreed."),
    ("The EU — A union — agreed.", "The EU — A union — agreed."),
    ("WASHINGTON is large.", "WASHINGTON is large."), ("", ""), ("WASHINGTON —", "WASHINGTON —"),
  ])
  func `is cut off where it starts a paragraph`(text: String, rest: String) {
    let range = Dateline.trimmed(ByteRange(0, text.utf8.count), of: text.utf8)
    #expect(String(decoding: Array(text.utf8)[range.start..<range.end], as: UTF8.self) == rest)
  }
}
