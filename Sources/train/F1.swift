/// Precision, recall and their harmonic mean.
struct F1: CustomStringConvertible {
  /// How many items there are in truth.
  var gold = 0
  /// How many were found.
  var found = 0
  /// How many of the found ones are true.
  var correct = 0

  init() {}

  /// Compares two lists of items, each of which holds no item twice.
  init<Item: Hashable>(gold: [Item], found: [Item]) {
    self.gold = gold.count
    self.found = found.count
    self.correct = Set(gold).intersection(found).count
  }

  /// Adds the counts of another part of the same measurement.
  static func += (total: inout F1, part: F1) {
    total.gold += part.gold
    total.found += part.found
    total.correct += part.correct
  }

  var precision: Double { found == 0 ? 0 : Double(correct) / Double(found) }
  var recall: Double { gold == 0 ? 0 : Double(correct) / Double(gold) }
  /// The harmonic mean of both.
  var value: Double { gold + found == 0 ? 0 : 2 * Double(correct) / Double(gold + found) }

  var description: String {
    "F1 \(percent(value)) (precision \(percent(precision)), recall \(percent(recall)))"
  }
}

/// A share as per cent with two decimals.
func percent(_ share: Double) -> String {
  let hundredths = Int((share * 10_000).rounded())
  let rest = hundredths % 100
  return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
}
