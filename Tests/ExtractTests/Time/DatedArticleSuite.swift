import Graph

@testable import Extract

/// Tests on articles of a Tuesday, 2014-09-23.
protocol DatedArticleSuite {}

private let sharedPipeline = Pipeline()

extension DatedArticleSuite {
  static var pipeline: Pipeline { sharedPipeline }

  /// The times of the relations of one type, in the order of the graph's edges.
  static func times(of relation: String, in text: String, source: String? = nil) -> [String?] {
    let document = Document(id: "a", published: "2014-09-23", source: source, text: text)
    return pipeline.graph(of: document).edges.filter { $0.type == relation }
      .map { $0.time?.rawValue }
  }
}
