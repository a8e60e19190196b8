/// A sentence's statement of a relation, without how far it says that it has come: the same before and after a
/// correction, and in an edited article wherever the sentence stands now.
struct ClaimSlot: Hashable {
  let sentence: SentenceKey
  let source: NodeID
  let type: String
  let target: NodeID

  init(_ claim: Claim) {
    sentence = SentenceKey(claim.evidence)
    source = claim.source
    type = claim.type
    target = claim.target
  }
}

/// A sentence of a document.
struct SentenceKey: Hashable {
  let document: String
  let text: String

  init(_ evidence: Evidence) {
    document = evidence.document
    text = evidence.text
  }
}

/// All that a sentence says, wherever in its document it stands and however it was found.
struct ClaimContent: Hashable {
  let slot: ClaimSlot
  private let evidence: Evidence

  init(_ claim: Claim) {
    slot = ClaimSlot(claim)
    var evidence = claim.evidence
    evidence.start = 0
    evidence.end = 0
    evidence.line = 0
    evidence.trace = nil
    evidence.frame = ""
    self.evidence = evidence
  }
}
