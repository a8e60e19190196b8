@testable import Extract
import Language
import Testing

/// Lists of names as the parser has drawn them, given by hand over the names that are found in the text.
@Suite struct `A list of names in a tree` {
  /// A sentence with the tree of those rows, a word each: form, head (1-based), relation.
  private func table(_ rows: String) -> (table: TokenTable, mentions: [EntityMention]) {
    let fields = rows.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    var text = ""
    for form in fields.map({ $0[0] }) {
      if !text.isEmpty, ![",", ";", "."].contains(form) { text += " " }
      text += form
    }
    let reading = Reading(text)
    var table = reading.table
    #expect(table.forms == fields.map { $0[0] })
    for (index, field) in fields.enumerated() where index < table.count {
      table.text.tokenRecords[index].head = Int(field[1]).flatMap { $0 == 0 ? nil : $0 - 1 }
      table.text.tokenRecords[index].relation = DependencyRelation(rawValue: field[2])
    }
    return (table, reading.mentions)
  }

  private func persons(_ rows: String) -> [String] {
    var (table, mentions) = table(rows)
    RollRepair(mentions: mentions).apply(to: &table)
    return GivenTree.rows(table.text.tokenRecords)
  }

  @Test func `may go on with those who have no name`() {
    let tree = persons(
      """
      President 3 flat
      Peter 3 flat
      Moyo 4 nsubj
      met 0 root
      with 8 case
      Minister 8 flat
      Eva 8 flat
      Lind 4 obl
      , 12 punct
      General 12 flat
      Kofi 12 flat
      Addo 8 appos
      , 16 punct
      Ambassador 16 flat
      Jonas 16 flat
      Holm 12 appos
      , 19 punct
      and 19 cc
      farmers 16 conj
      . 4 punct
      """)
    #expect([tree[7], tree[11], tree[15]] == ["4 obl", "8 conj", "8 conj"])
  }

  @Test func `has the first person for its head, not the body before the title`() {
    let tree = persons(
      """
      They 3 nsubj:pass
      were 3 aux:pass
      led 0 root
      by 5 case
      Senate 3 obl:agent
      Coordinator 8 flat
      Eva 8 flat
      Lind 5 flat
      , 12 punct
      General 12 flat
      Kofi 12 flat
      Addo 5 conj
      , 17 punct
      and 17 cc
      Ambassador 17 flat
      Jonas 17 flat
      Holm 5 conj
      . 3 punct
      """)
    #expect([tree[7], tree[11], tree[16]] == ["3 obl:agent", "8 conj", "8 conj"])
    #expect([tree[3], tree[4]] == ["8 case", "8 compound"])
  }

  @Test func `is one of cities where each has its country behind it`() {
    var (table, mentions) = table(
      """
      Lind 2 nsubj
      visited 0 root
      Lyon 2 obj
      , 5 punct
      France 3 appos
      ; 7 punct
      Oslo 3 conj
      , 9 punct
      Norway 3 conj
      ; 12 punct
      and 12 cc
      Lima 9 appos
      , 14 punct
      Peru 3 conj
      . 2 punct
      """)
    NameListRepair(mentions: mentions, gazetteer: .builtIn).apply(to: &table)
    let tree = GivenTree.rows(table.text.tokenRecords)
    #expect([tree[2], tree[6], tree[11]] == ["2 obj", "3 conj", "3 conj"])
    #expect([tree[4], tree[8], tree[13]] == ["3 appos", "7 appos", "12 appos"])
  }

  @Test func `ends with its sentence`() {
    let reading = Reading("Lind visited Lyon, France;\nOslo, Norway;\nand Lima, Peru.")
    #expect(reading.claims.contains("Oslo located-in Norway actual"))
  }
}
