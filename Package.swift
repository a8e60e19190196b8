// swift-tools-version: 6.2
import PackageDescription

// Every Swift target is built under the same rules: language mode 6, explicit `any`, imports that say
// how far they reach, memory-unsafe code marked, and no warning left standing.
let rules: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
  name: "graphgen",
  products: [
    .executable(name: "graphgen", targets: ["graphgen"]),
    .executable(name: "train", targets: ["train"]),
    .library(name: "Language", targets: ["Language"]),
    .library(name: "Graph", targets: ["Graph"]),
    .library(name: "Extract", targets: ["Extract"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // Data and C: what is linked in, or loaded at run time.
    .target(
      name: "Knowledge", exclude: ["ontology.yaml", "gazetteer", "frames", "names", "styles"]),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .target(name: "CGraphviz", cSettings: [.define("_GNU_SOURCE")]),

    .target(name: "CLanguageModel", exclude: ["MODEL.md", "english.model"]),

    // Language knows nothing of politics, Graph nothing of language; Extract joins them.
    .target(name: "Language", dependencies: ["CLanguageModel"], swiftSettings: rules),
    .target(
      name: "Graph", dependencies: ["CGraphviz", "Knowledge", crypto, yams], swiftSettings: rules),
    .target(
      name: "Extract", dependencies: ["CLibXML2", "Graph", "Knowledge", "Language", crypto, yams],
      swiftSettings: rules),
    .executableTarget(
      name: "graphgen", dependencies: ["Extract", "Graph", "Language", argumentParser],
      swiftSettings: rules),
    // Makes the model that CLanguageModel embeds; see Makefile.model.
    .executableTarget(
      name: "train", dependencies: ["Extract", "Language", argumentParser], swiftSettings: rules),

    // Tests: a target a module, and what several of them need.
    .target(
      name: "TestSupport", dependencies: ["Graph"], path: "Tests/TestSupport",
      swiftSettings: rules),
    .testTarget(
      name: "LanguageTests", dependencies: ["Language", "TestSupport"], swiftSettings: rules),
    // graphgen, because drawing runs it as a process of its own.
    .testTarget(
      name: "GraphTests", dependencies: ["Graph", "TestSupport", "graphgen"], swiftSettings: rules),
    .testTarget(
      name: "ExtractTests", dependencies: ["Extract", "Graph", "Language", "TestSupport"],
      exclude: ["Articles"], swiftSettings: rules),
    // Runs graphgen as people do; each of Cases is a document that shows what it does.
    .testTarget(
      name: "CommandTests", dependencies: ["Graph", "graphgen"], exclude: ["Cases"],
      swiftSettings: rules),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
