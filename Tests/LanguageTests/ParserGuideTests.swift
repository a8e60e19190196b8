import Language
import Testing

@Suite struct `A parser's guide` {
  @Test func `turns a tree of reversed words round`() {
    // "The leaders met yesterday", from its end: "yesterday met leaders The".
    var state = ParserState(count: 4)
    for move in [ParserMove.shift, .left, .shift, .shift, .shift] { state.apply(move, label: 3) }
    state.apply(.right, label: 1)
    state.apply(.right, label: 2)
    let guides = ParserGuide.guides(ofReversed: state.tree(rootLabel: 0))
    #expect(guides.map(\.head) == [1, 2, -1, 2])
    #expect(guides[0].label == 1)
    #expect(guides[1].label == 2)
    #expect(guides[3].label == 3)
    #expect(guides.map(\.first) == [0, 0, 1, 3])
    #expect(guides.map(\.last) == [0, 1, 3, 3])
    #expect(guides[2].labels == 1 << 2 | 1 << 3)
  }
}
