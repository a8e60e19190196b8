/// Merges what people say of names.
struct RuleMerge {
  /// What one side took back and said.
  typealias Change = (removed: IdentityRules, added: IdentityRules)

  /// What holds afterwards.
  private(set) var rules: IdentityRules
  /// In the order of `graphgen.yaml`'s keys, then of names.
  private(set) var conflicts: [ThreeWayMerge.Conflict] = []

  init(base: IdentityRules, ours: Change, theirs: Change, preferred: ThreeWayMerge.Side) {
    var (our, their) = (ours.added, theirs.added)
    let old = base.entries.map { (key: $0.key, entry: $0.entry) }
    for mine in our.entries {
      for others in their.entries where Self.clash(mine, others) {
        conflicts.append(
          ThreeWayMerge.Conflict(
            subject: "what is said of \(mine.entry.names.joined(separator: ", "))",
            base: old.first { $0.key == mine.key && $0.entry.names == mine.entry.names }
              .map(Self.words),
            ours: Self.words(mine), theirs: Self.words(others)))
        if preferred == .ours {
          their = their.subtracting(Self.one(others))
        } else {
          our = our.subtracting(Self.one(mine))
        }
      }
    }
    rules = base.subtracting(ours.removed).subtracting(theirs.removed).union(our).union(their)
  }

  private typealias Rule = (key: String, entry: IdentityRules.Entry)

  /// Whether both can't hold: two labels or types of one name, or names that are the same and different.
  private static func clash(_ a: Rule, _ b: Rule) -> Bool {
    let names = [a, b].map { Set($0.entry.names.map(IdentityRuleIndex.key)) }
    let shared = names[0].intersection(names[1]).count
    switch (a.key, b.key) {
    case ("label", "label"), ("type", "type"): return shared > 0 && a.entry.value != b.entry.value
    case ("same", "different"), ("different", "same"): return shared > 1
    default: return false
    }
  }

  private static func words(_ rule: Rule) -> String {
    rule.key + (rule.entry.value.isEmpty ? "" : " \(rule.entry.value)")
  }

  private static func one(_ rule: Rule) -> IdentityRules {
    let list = { (key: String) in rule.key == key ? [rule.entry] : [] }
    return IdentityRules(
      same: list("same"), different: list("different"), labels: list("label"), types: list("type"))
  }
}
