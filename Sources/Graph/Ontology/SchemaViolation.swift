internal import Foundation
import Yams

/// Something that breaks the form of a file of graphgen's, or the ontology.
public struct SchemaViolation: Error, Hashable, Sendable, CustomStringConvertible {
  /// Where it stands: the file, then the line or the path of keys inside.
  public let place: String
  /// What stands there.
  public let found: String
  /// What should.
  public let expected: String
  /// What to do.
  public let remedy: String

  /// A violation, in words.
  public init(place: String, found: String, expected: String, remedy: String = "") {
    self.place = place
    self.found = found
    self.expected = expected
    self.remedy = remedy
  }

  /// `place: found …; expected …. remedy`.
  public var description: String {
    "\(place): found \(found); expected \(expected).\(remedy.isEmpty ? "" : " \(remedy)")"
  }
}

/// Words for what a decoder of YAML or JSON throws.
package enum DecodingProblem {
  /// One line that says what was wrong and, where the decoder tells, at which line or key.
  package static func text(of error: any Error) -> String {
    switch error {
    case .dataCorrupted(let context) as DecodingError where context.underlyingError != nil:
      return context.underlyingError.map(syntax) ?? ""
    case let error as YamlError: return syntax(error)
    case DecodingError.keyNotFound(let key, let context):
      return "no key '\(key.stringValue)'\(path(context))"
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      return "a value of another kind than it should be\(path(context))"
    case DecodingError.dataCorrupted(let context):
      return "what can't be read\(path(context)) (\(context.debugDescription))"
    default:
      return syntax(error)
    }
  }

  /// What is wrong with the text itself.
  private static func syntax(_ error: any Error) -> String {
    switch error {
    case YamlError.scanner(_, let problem, let mark, _),
      YamlError.parser(_, let problem, let mark, _),
      YamlError.composer(_, let problem, let mark, _):
      "broken YAML at line \(mark.line), column \(mark.column): \(problem)"
    case is YamlError: "broken YAML (\(error))".split(separator: "\n").joined(separator: " ")
    default:
      "what is no JSON ("
        + ((error as NSError).userInfo["NSDebugDescription"] as? String ?? "\(error)")
        .reversed().drop { $0 == "." }.reversed() + ")"
    }
  }

  private static func path(_ context: DecodingError.Context) -> String {
    let keys = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? ".\($0.stringValue)" }
    return keys.isEmpty ? "" : " at '\(keys.joined().drop { $0 == "." })'"
  }
}
