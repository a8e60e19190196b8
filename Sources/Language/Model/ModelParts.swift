// How the parts of a model are written, and read back. Rows and keys are written as the distance to the
// one before, which is small.

extension ModelWriter {
  mutating func write(_ lexicon: Lexicon) {
    let words = lexicon.words
    writeSmall(words.count)
    var last: UInt32 = 0
    for (key, entry) in words {
      writeSmall(Int(key - last))
      last = key
      write(entry.fine)
      write(entry.coarse)
      write(entry.tags)
      write(entry.certainTag)
      write(entry.lists)
    }
  }

  mutating func write(_ table: WeightTable) {
    let rows = table.rows
    write(UInt8(table.bits))
    write(UInt8(table.classes))
    writeSmall(rows.count)
    var packed = PackedWriter(columns: 4)
    var last: UInt32 = 0
    for (row, entries) in rows {
      packed.write(Int(row - last), column: 0)
      last = row
      packed.write(entries.count - 1, column: 1)
      for entry in entries {
        packed.write(Int(entry.classNumber), column: 2)
        packed.write(PackedWriter.folded(entry.weight), column: 3)
      }
    }
    write(packed)
  }

  mutating func write(_ table: MoveTable) {
    let rows = table.rows
    write(UInt8(table.bits))
    writeSmall(rows.count)
    var packed = PackedWriter(columns: 4)
    var last: UInt32 = 0
    for (row, weights) in rows {
      packed.write(Int(row - last), column: 0)
      last = row
      for move in ParserMove.allCases {
        packed.write(PackedWriter.folded(weights[move.rawValue]), column: 1 + move.rawValue)
      }
    }
    write(packed)
  }

  mutating func write(_ table: ScoreTable) {
    let rows = table.rows
    write(UInt8(table.bits))
    writeSmall(rows.count)
    var packed = PackedWriter(columns: 2)
    var last: UInt32 = 0
    for (row, weight) in rows {
      packed.write(Int(row - last), column: 0)
      last = row
      packed.write(PackedWriter.folded(weight), column: 1)
    }
    write(packed)
  }

  mutating func write(_ packed: PackedWriter) {
    let bytes = packed.bytes
    writeSmall(bytes.count)
    for byte in bytes { write(byte) }
  }

  mutating func write(_ lemmatizer: Lemmatizer) {
    for features in lemmatizer.features { write(features) }
    var strings: [String: Int] = [:]
    let texts = Set(
      lemmatizer.exceptions.values.flatMap { [$0.lemma, $0.features] }.compactMap(\.self)
    )
    .sorted()
    writeSmall(texts.count)
    for (index, text) in texts.enumerated() {
      strings[text] = index + 1
      write(text)
    }
    writeSmall(lemmatizer.exceptions.count)
    for (key, exception) in lemmatizer.exceptions.sorted(by: { $0.key < $1.key }) {
      write(key)
      writeSmall(exception.lemma.flatMap { strings[$0] } ?? 0)
      writeSmall(exception.features.flatMap { strings[$0] } ?? 0)
    }
  }
}

extension ModelReader {
  mutating func lexicon() throws(ModelError) -> Lexicon {
    let count = try small()
    var words: [(key: UInt32, entry: LexiconEntry)] = []
    var key: UInt64 = 0
    for _ in 0..<count {
      key += UInt64(try small())
      guard key <= UInt64(UInt32.max) else { throw .damaged }
      var entry = LexiconEntry()
      entry.fine = try short()
      entry.coarse = try byte()
      entry.tags = try byte()
      entry.certainTag = try byte()
      entry.lists = try byte()
      words.append((UInt32(key), entry))
    }
    return Lexicon(words)
  }

  mutating func weightTable() throws(ModelError) -> WeightTable {
    let bits = Int(try byte())
    guard (1...24).contains(bits) else { throw .damaged }
    let classes = Int(try byte())
    var builder = WeightTable.Builder(bits: bits, classes: classes)
    var row = -1
    let count = try small()
    var packed = try PackedReader(try block(), columns: 4)
    for _ in 0..<count {
      let next = max(row, 0) + (try packed.next(0))
      guard next > row, next < 1 << bits else { throw .damaged }
      row = next
      builder.start(row: row)
      for _ in 0...(try packed.next(1)) {
        let number = try packed.next(2)
        guard number < classes else { throw .damaged }
        builder.add(.init(classNumber: UInt8(number), weight: try packed.weight(3)))
      }
    }
    return builder.finished()
  }

  mutating func greedyParser(_ relations: RelationNumbers) throws(ModelError) -> GreedyParser {
    GreedyParser(moves: try moveTable(), labels: try weightTable(), relations: relations)
  }

  mutating func moveTable() throws(ModelError) -> MoveTable {
    let bits = Int(try byte())
    guard (1...24).contains(bits) else { throw .damaged }
    var rows: [UInt32] = []
    var weights: [SIMD4<Int8>] = []
    var row = -1
    let count = try small()
    rows.reserveCapacity(min(count, 1 << bits))
    weights.reserveCapacity(min(count, 1 << bits))
    var packed = try PackedReader(try block(), columns: 4)
    for _ in 0..<count {
      let next = max(row, 0) + (try packed.next(0))
      guard next > row, next < 1 << bits else { throw .damaged }
      row = next
      rows.append(UInt32(row))
      let shift = try packed.weight(1)
      let left = try packed.weight(2)
      weights.append(SIMD4(shift, left, try packed.weight(3), 0))
    }
    return MoveTable(bits: bits, rows: rows, weights: weights)
  }

  mutating func scoreTable() throws(ModelError) -> ScoreTable {
    let bits = Int(try byte())
    guard (1...24).contains(bits) else { throw .damaged }
    var weights = [Int8](repeating: 0, count: 1 << bits)
    var row = 0
    let count = try small()
    var packed = try PackedReader(try block(), columns: 2)
    for _ in 0..<count {
      row += try packed.next(0)
      guard row < 1 << bits else { throw .damaged }
      weights[row] = try packed.weight(1)
    }
    return ScoreTable(bits: bits, weights: weights)
  }

  mutating func lemmatizer(classes: [WordClass]) throws(ModelError) -> Lemmatizer {
    var features: [String] = []
    for _ in classes { features.append(try string()) }
    var strings: [String?] = [nil]
    for _ in 0..<(try small()) { strings.append(try string()) }
    let count = try small()
    var exceptions: [UInt64: Lemmatizer.Exception] = [:]
    exceptions.reserveCapacity(min(count, 1 << 20))
    for _ in 0..<count {
      let key = try long()
      let lemma = try small()
      let feature = try small()
      guard lemma < strings.count, feature < strings.count else { throw .damaged }
      exceptions[key] = Lemmatizer.Exception(lemma: strings[lemma], features: strings[feature])
    }
    return Lemmatizer(classes: classes, features: features, exceptions: exceptions)
  }
}
