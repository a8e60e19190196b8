import Language
import Testing

@Suite struct `Comparing trees as wholes` {
  private let model: LanguageModel
  /// A sentence of which search finds several trees.
  private let words: ParserWords

  init() throws {
    model = try LanguageModel.embedded.get()
    let forms = "She saw the man with the telescope on the hill near Paris yesterday ."
    let atoms = WordAtoms.sentence(
      forms.split(separator: " ").map { Array($0.utf8) }, lexicon: model.lexicon)
    var tags: [UInt8] = []
    model.tagger.tag(atoms.span, into: &tags)
    words = model.parser.guided(
      ParserWords(atoms.span, tags: tags.span, universal: model.tagger.universal))
  }

  /// The model's parser with other weights for trees as wholes.
  private func parser(_ wholes: ScoreTable) -> Parser {
    Parser(
      relations: model.parser.relations, backward: model.parser.backward,
      forward: model.parser.forward, searchMoves: model.parser.searchMoves, wholes: wholes)
  }

  /// The rows of a table of `1 << bits` that a tree's features use.
  private func rows(_ tree: DependencyTree, bits: UInt32) -> Set<Int> {
    let view = TreeFeatures(tree, words)
    var features = FeatureList()
    var rows: Set<Int> = []
    for word in 0..<tree.count {
      view.extract(word, words, into: &features)
      features.withNumbers { numbers in
        for index in numbers.indices { rows.insert(Int(numbers[index] >> (32 - bits))) }
      }
    }
    return rows
  }

  @Test func `leaves the best moves' tree where nothing is known of wholes`() {
    let trees = model.parser.trees(words, width: 8)
    #expect(trees.count == 8)
    #expect(trees.map(\.score) == trees.map(\.score).sorted(by: >))
    #expect(Set(trees.map(\.tree)).count == 8)
    #expect(parser(.empty).search(words) == trees[0].tree)
  }

  @Test(arguments: 1..<8) func `finds the tree that its features speak for`(place: Int) {
    let trees = model.parser.trees(words, width: 8).map(\.tree)
    let others = trees.indices.filter { $0 != place }
      .reduce(into: Set<Int>()) { $0.formUnion(rows(trees[$1], bits: 20)) }
    var weights = [Int8](repeating: 0, count: 1 << 20)
    for row in rows(trees[place], bits: 20).subtracting(others) { weights[row] = 127 }
    let table = ScoreTable(bits: 20, weights: weights)
    #expect(parser(table).search(words, width: 8) == trees[place])
  }

  @Test func `sees that a word has another head`() {
    let tree = model.parser.parse(words)
    var other = tree
    let word = tree.heads.indices.first { tree.heads[$0] > 1 } ?? 0
    other.heads[word] -= 1
    #expect(rows(tree, bits: 24) != rows(other, bits: 24))
    other = tree
    other.labels[word] ^= 1
    #expect(rows(tree, bits: 24) != rows(other, bits: 24))
  }
}
