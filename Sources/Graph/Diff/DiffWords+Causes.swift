extension DiffWords {
  /// Why something changed, a remark each.
  func causes(_ causes: [Cause]) -> [DiffOutline.Detail] {
    causes.map { cause in
      let text =
        switch cause {
        case .document(let change): Self.since(change)
        case .others where onlyDocument != nil: onlyDocument.map(Self.since) ?? ""
        case .rule(let change):
          "since \(change.entry.place) \(change.isAdded ? "says so" : "doesn't say so any more")"
        case .others: "by what other articles say"
        }
      return DiffOutline.Detail(sign: .none, text: text)
    }
  }

  private static func since(_ change: DocumentChange) -> String {
    "since \(change.document?.path ?? change.id) \(verb(change))"
  }

  private static func verb(_ change: DocumentChange) -> String {
    switch change.kind {
    case .added: "was added"
    case .removed: "was removed"
    case .edited: "was \(remark(change))"
    case .described: "is described otherwise"
    case .corrected: "was corrected by hand"
    case .reread: change.reading.isEmpty ? "is read otherwise" : "is \(remark(change))"
    }
  }
}
