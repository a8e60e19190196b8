import Language
import Testing

@Suite struct `The state of a parse` {
  @Test func `tells the move that alone applies`() {
    var state = ParserState(count: 3)
    #expect(state.onlyMove == .shift)
    state.apply(.shift, label: 0)
    #expect(state.onlyMove == nil)
    state.apply(.left, label: 0)
    #expect(state.onlyMove == .shift)
    state.apply(.shift, label: 0)
    state.apply(.shift, label: 0)
    #expect(state.onlyMove == .right)
    state.apply(.right, label: 0)
    #expect(state.isFinal)
  }
}
