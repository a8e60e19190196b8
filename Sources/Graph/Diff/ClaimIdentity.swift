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

/// A sentence of a document, however its lines are wrapped.
struct SentenceKey: Hashable {
  let document: String
  let text: String

  init(_ evidence: Evidence) {
    document = evidence.document
    text = evidence.text.onOneLine
  }
}

extension String {
  /// The words with one blank between.
  var onOneLine: String {
    // Most sentences are so already.
    var wasBlank = true
    let isPlain = utf8.allSatisfy { byte in
      let isBlank = byte <= 0x20
      defer { wasBlank = isBlank }
      return byte == 0x20 ? !wasBlank : !isBlank && byte < 0xC2 || byte > 0xE3
    }
    if isPlain, !wasBlank { return self }
    return split(whereSeparator: \.isWhitespace).joined(separator: " ")
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
    evidence.text = slot.sentence.text
    self.evidence = evidence
  }
}
