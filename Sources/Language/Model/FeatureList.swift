/// The features of one decision, at most 128, as numbers that say which rows of a weight table they use.
///
/// Every feature has a template of its own, which is its place in the list: that one reads "the word on top
/// of the stack", the next one "its tag", whatever these are here.
package struct FeatureList: ~Copyable {
  /// The numbers; those from `count` on mean nothing.
  private var numbers = InlineArray<128, UInt32>(repeating: 0)
  private var count = 0
  private var template: UInt64 = 0

  /// An empty list.
  package init() {}

  /// Calls `body` with the numbers. They are not a property, since reading that would copy them all.
  @inline(__always)
  package func withNumbers<Result>(_ body: (borrowing Span<UInt32>) -> Result) -> Result {
    body(numbers.span.extracting(0..<count))
  }

  /// Empties the list; templates are numbered from `template` plus one, which keeps the features of
  /// different kinds of decisions apart.
  @inline(__always)
  mutating func start(template: UInt64) {
    self.template = template
    count = 0
  }

  /// Adds a feature of one atom.
  @inline(__always)
  mutating func add(_ a: UInt64) {
    template &+= 1
    append(FeatureHash.of(template, a))
  }

  /// Adds a feature of two atoms.
  @inline(__always)
  mutating func add(_ a: UInt64, _ b: UInt64) {
    template &+= 1
    append(FeatureHash.of(template, a, b))
  }

  /// Adds a feature of three atoms.
  @inline(__always)
  mutating func add(_ a: UInt64, _ b: UInt64, _ c: UInt64) {
    template &+= 1
    append(FeatureHash.of(template, a, b, c))
  }

  @inline(__always)
  private mutating func append(_ number: UInt32) {
    numbers[count] = number
    count &+= 1
  }
}
