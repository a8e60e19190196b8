import Graph

/// What holds of a relation in whichever words it is stated: how an answer finds whom it is given to, and what
/// of it is no dealing of office-holders with their own country. See Sources/Knowledge/frames/relations.yaml.
struct RelationRule: Hashable, Sendable {
  /// Who is meant by a verb that names nobody.
  enum Answer: String, Hashable, Sendable, CaseIterable {
    /// Who said to the subject what the object takes up: "denied the allegation".
    case speaker
    /// Who did what the object names: "condemned the attack".
    case doer
    /// Whom the subject had to do with last in a deed: "protested".
    case opponent
    /// Who did the same to the subject before: "responded in kind".
    case provoker
    /// Who asked the subject before, of a verb without an object: "refused".
    case asker

    /// The answer of that name.
    ///
    /// - Throws: `SchemaViolation` where there is none.
    init(name: String, at place: String) throws(SchemaViolation) {
      guard let answer = Self(rawValue: name) else {
        throw SchemaViolation(
          place: place, found: "answers '\(name)'",
          expected: "one of \(Self.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      self = answer
    }
  }

  /// Whom it is said of where its verb names nobody; nil for nobody.
  var answers: Answer?
  /// Nouns that take up what was said when it was stated: "the allegation", of an accusation.
  var takenUpBy: Set<String> = []
  /// Whether whoever states it has proposed something: "the idea".
  var isProposal = false
  /// Whether it is a deed, which answers are given to.
  var isDeed = false
  /// The relations that its deed may be told as, other than itself: what is coerced is called a seizure.
  var toldAs: Set<String> = []
  /// Whether who governs a country only makes policy by it there: "Abe supports Japan's farmers".
  var isPolicy = false
  /// Whether what is asked of one's own country together with others is asked of nobody: "said that his country
  /// and Peru must talk".
  var isAppeal = false
  /// Whether a country's capital is as good as the country for it: nobody visits his own.
  var includesCapital = false
  /// Whether it holds for a time, by deeds that begin and end it: "joined", "quit".
  var isTerm = false
  /// Whether it is done by saying so, whatever its category: "invited".
  var isSaid = false
  /// What who comes along with one of its ends does with the other: "Abe met Putin. He was joined by Kono."
  var joinedAs: String?
}

/// A rule as it is written. The properties are the file's keys.
struct RelationRuleRecord: Decodable {
  let answers: String?
  let taken_up_by: [String]?
  let proposal: Bool?
  let deed: Bool?
  let told_as: [String]?
  let policy: Bool?
  let appeal: Bool?
  let includes_capital: Bool?
  let term: Bool?
  let said: Bool?
  let joined_as: String?

  /// The rule that a file which has `known` already makes: what it is silent about stays.
  ///
  /// - Throws: `SchemaViolation` for an answer that there isn't.
  func rule(adding known: RelationRule, at place: String) throws(SchemaViolation) -> RelationRule {
    var rule = known
    if let answers { rule.answers = try RelationRule.Answer(name: answers, at: place) }
    rule.takenUpBy.formUnion(taken_up_by ?? [])
    rule.toldAs.formUnion(told_as ?? [])
    rule.isProposal = proposal ?? rule.isProposal
    rule.isDeed = deed ?? rule.isDeed
    rule.isPolicy = policy ?? rule.isPolicy
    rule.isAppeal = appeal ?? rule.isAppeal
    rule.includesCapital = includes_capital ?? rule.includesCapital
    rule.isTerm = term ?? rule.isTerm
    rule.isSaid = said ?? rule.isSaid
    rule.joinedAs = joined_as ?? rule.joinedAs
    return rule
  }
}
