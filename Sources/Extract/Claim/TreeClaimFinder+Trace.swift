import Graph

extension TreeClaimFinder {
  /// How the trigger at `token` came to state a claim between two entities.
  func trace(
    _ trigger: Trigger, of frame: FrameLibrary.Frame, at token: Int,
    ends: (source: Int, target: Int), name: ResolvedMention?, status: StatusReader.Reading
  ) -> ClaimTrace {
    let words =
      name.map { Array($0.mention.tokens) }
      ?? (companions(in: trigger, at: token) + [token]).sorted()
    var trace = ClaimTrace(
      wording: FrameLibrary.Wording(trigger, of: frame.name),
      origin: table.traced(name == nil ? "trigger" : "name", words))
    let source = path(to: ends.source, ["source", "target"], of: trigger, at: token, name: name)
    let target = path(to: ends.target, ["target", "source"], of: trigger, at: token, name: name)
    trace.ends = ["source \(source)", "target \(target)"]
    trace.status = ClaimTrace.text(of: status, of: frame, in: table)
    return trace
  }

  /// The tokens of a trigger's further words.
  private func companions(in trigger: Trigger, at token: Int) -> [Int] {
    guard !trigger.others.isEmpty else { return [] }
    let below = companions(of: token)
    return Set(
      trigger.others.compactMap { word in
        below.first { table.lower[$0] == word || tree.lemma($0) == word }
      }
    ).sorted()
  }

  /// The grammatical path to an end with the word that it leads to: "support.nsubj 'Odhiambo'".
  ///
  /// `roles` are tried in order: where one phrase holds both ends ("Abe and Putin met"), both have its path.
  private func path(
    to entity: Int, _ roles: [String], of trigger: Trigger, at token: Int, name: ResolvedMention?
  ) -> String {
    for place in roles.flatMap({ trigger.roles[$0] ?? [] }) {
      if place.name == PlaceNames.own, let name {
        if name.entity == entity { return PlaceNames.own }
        continue
      }
      for filler in fillers(of: place.name, of: trigger, at: token) {
        let found = phrases.referents(of: filler.head).first { $0.entity == entity }
        if let found { return "\(filler.path) '\(table.forms[found.token])'" }
      }
    }
    // What is left is a name inside of a name: "Russian Security Council".
    return "inside of it"
  }
}
