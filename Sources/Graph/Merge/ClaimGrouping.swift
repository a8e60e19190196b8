/// Which claims state one and the same edge.
///
/// Two do when relation, ends and (where the relation asks for it) topic agree, and their times do. The
/// times of news are of all precisions, so agreement isn't transitive; to be independent of any order,
/// the most precise times are settled first, each as an anchor. A vaguer time joins the one anchor that
/// it overlaps; where it overlaps several, nobody can say which is meant, and it stands for itself. An
/// undated statement joins the one dated happening of its own document that has the same outlook;
/// that of a fact which holds (`isStanding`) joins the one that has begun, whichever document tells since when;
/// failing that, it joins the other undated ones of its outlook. So an undated fact is never the same as
/// an undated plan.
struct ClaimGrouping {
  /// One edge in the making.
  struct Group {
    /// What sets it apart from other edges of the same relation and ends.
    let identity: String
    var evidence: [Evidence]
  }

  private struct Bucket {
    let anchor: TimeSpan
    var evidence: [Evidence]
  }

  /// The groups of statements that share relation, ends and topic, in the order of their times, the
  /// undated ones last. Takes time in the order of statements times happenings.
  static func groups(of evidence: [Evidence], topic: String, isStanding: Bool = false) -> [Group] {
    if evidence.count == 1 {
      let name =
        evidence[0].time?.rawValue ?? (evidence[0].status.outlook == .fact ? "fact" : "open")
      return [Group(identity: topic + "\u{1e}" + name, evidence: evidence)]
    }
    var buckets: [Bucket] = []
    let dated = Dictionary(grouping: evidence.filter { $0.time != nil }) { $0.time }
    let times = dated.keys.compactMap(\.self).sorted { a, b in
      a.length != b.length ? a.length < b.length : a < b
    }
    for time in times {
      let statements = dated[time] ?? []
      let near = buckets.indices.filter { buckets[$0].anchor.overlaps(time) }
      if near.count == 1 {
        buckets[near[0]].evidence += statements
      } else {
        buckets.append(Bucket(anchor: time, evidence: statements))
      }
    }

    var undated: [Bool: [Evidence]] = [:]
    let datedOnly = buckets.map(\.evidence)
    for statement in evidence where statement.time == nil {
      let isFact = statement.status.outlook == .fact
      let own = datedOnly.indices.filter { index in
        datedOnly[index].contains {
          ($0.document == statement.document || isStanding && $0.time?.lastDay == .max)
            && ($0.status.outlook == .fact) == isFact
        }
      }
      if own.count == 1 {
        buckets[own[0]].evidence.append(statement)
      } else {
        undated[isFact, default: []].append(statement)
      }
    }

    var groups = buckets.sorted { $0.anchor < $1.anchor }.map {
      Group(identity: topic + "\u{1e}" + $0.anchor.rawValue, evidence: $0.evidence)
    }
    for (isFact, name) in [(true, "fact"), (false, "open")] {
      if let statements = undated[isFact] {
        groups.append(Group(identity: topic + "\u{1e}" + name, evidence: statements))
      }
    }
    return groups
  }
}
