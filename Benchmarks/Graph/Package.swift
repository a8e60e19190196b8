// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that neither a build nor a test of graphgen ever compiles it.
let package = Package(
  name: "GraphBenchmark",
  dependencies: [.package(name: "graphgen", path: "../..")],
  targets: [
    .executableTarget(
      name: "graphbench", dependencies: [.product(name: "Graph", package: "graphgen")])
  ]
)
