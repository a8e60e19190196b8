/// What happened to a thing from one version of a graph to another, as pictures show it: by colour, by stroke and by
/// a sign, so that each tells it without the others.
public enum ChangeSign: String, CaseIterable, Hashable, Sendable {
  case added, removed, changed, same

  /// What stands before a label.
  public var mark: String {
    switch self {
    case .added: "+"
    case .removed: "−"
    case .changed: "Δ"
    case .same: ""
    }
  }

  /// How it is stroked, where that isn't solid.
  var stroke: [DOTAttribute.Style] {
    switch self {
    case .added, .same: []
    case .removed: [.dashed]
    case .changed: [.dotted]
    }
  }

  /// How wide its outline or line is, in tenths of a point.
  var widthInTenths: Int {
    switch self {
    case .added: 22
    case .removed: 15
    case .changed: 20
    case .same: 7
    }
  }

  /// What a legend says of it.
  var explanation: String {
    switch self {
    case .added: "+ new (thick line)"
    case .removed: "− gone (dashed)"
    case .changed: "Δ other than before (dotted)"
    case .same: "as before (thin, grey)"
    }
  }

  /// The sign of a thing of which some parts changed, and others may not have: its own where all agree.
  static func joined(_ signs: some Sequence<ChangeSign>) -> ChangeSign {
    let all = Set(signs)
    return all.count == 1 ? all.first ?? .same : all.isEmpty ? .same : .changed
  }
}
