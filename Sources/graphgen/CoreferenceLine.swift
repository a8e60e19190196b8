import Extract
import Foundation
import Language

/// A pronoun or description that is resolved, as a line of JSON.
struct CoreferenceLine: Encodable {
  var start: Int
  var end: Int
  var text: String
  /// The names of what it stands for.
  var entities: [String]
  var foundBy: String

  init(_ link: CoreferenceLink, of text: AnnotatedText) {
    start = link.range.start
    end = link.range.end
    self.text = text.string(in: link.range)
    entities = link.labels
    foundBy = link.foundBy
  }

  /// One line an anaphor.
  static func lines(_ links: [CoreferenceLink], of text: AnnotatedText) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try links.map {
      String(decoding: try encoder.encode(CoreferenceLine($0, of: text)), as: UTF8.self) + "\n"
    }.joined()
  }
}
