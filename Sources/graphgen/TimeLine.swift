import Extract
import Foundation
import Graph
import Language

/// A time expression as a line of JSON.
struct TimeLine: Encodable {
  var start: Int
  var end: Int
  var text: String
  var value: String
  /// ISO 8601; missing where it stays unresolved.
  var resolved: String?
  /// Why it stays unresolved.
  var unresolved: String?

  init(_ expression: TimeExpression, of text: AnnotatedText) {
    start = expression.range.start
    end = expression.range.end
    self.text = text.string(in: expression.range)
    value = expression.value
    resolved = expression.resolved?.rawValue
    unresolved = expression.reason?.rawValue
  }

  /// One line an expression.
  static func lines(_ expressions: [TimeExpression], of text: AnnotatedText) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try expressions.map {
      String(decoding: try encoder.encode(TimeLine($0, of: text)), as: UTF8.self) + "\n"
    }.joined()
  }
}
