// swift-tools-version: 6.1
import PackageDescription

/// Every Swift target gets the same strict settings; the language mode is 6 throughout.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "JourneyKit",
  platforms: [.macOS(.v15)],
  products: [
    // Libraries by need: who imports the model alone compiles no C and no third-party code.
    .library(name: "JourneyModel", targets: ["JourneyModel"]),
    .library(name: "JourneyFormats", targets: ["JourneyFormats"]),
    .library(name: "JourneyAnalysis", targets: ["JourneyAnalysis"]),
    .library(name: "EventCounting", targets: ["EventCounting"]),
    .library(name: "EventLogs", targets: ["EventLogs"]),
    .library(name: "JourneyMining", targets: ["JourneyMining"]),
    .library(name: "JourneySurveys", targets: ["JourneySurveys"]),
    .library(name: "JourneyDiagrams", targets: ["JourneyDiagrams"]),
    .library(name: "JourneyPages", targets: ["JourneyPages"]),
    .library(name: "JourneyComparison", targets: ["JourneyComparison"]),
    .library(name: "JourneyGuardrails", targets: ["JourneyGuardrails"]),
    .library(name: "JourneyDecisions", targets: ["JourneyDecisions"]),
    .library(name: "JourneyPortfolio", targets: ["JourneyPortfolio"]),
    .library(name: "JourneyBriefs", targets: ["JourneyBriefs"]),
    .library(name: "JourneyReports", targets: ["JourneyReports"]),
    .library(name: "GraphvizKit", targets: ["GraphvizKit"]),
    .library(name: "JourneyExport", targets: ["JourneyExport"]),
    .library(name: "JourneyKit", targets: ["JourneyKit"]),
    .library(name: "JourneyPresenter", targets: ["JourneyPresenter"]),
    .library(name: "JourneyCommands", targets: ["JourneyCommands"]),
    .executable(name: "journey", targets: ["journey"]),
  ],
  dependencies: [
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.4.0"),
    .package(url: "https://github.com/swhitty/FlyingFox", .upToNextMinor(from: "0.27.1")),
  ],
  targets: [
    // Values only: no dependency, not even Foundation.
    .target(
      name: "JourneyModel",
      swiftSettings: strict,
      // Square roots live in libm, which nothing links for a program that imports nothing else.
      linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]),
    .target(
      name: "JourneyFormats",
      dependencies: [
        "JourneyModel", "TextSupport", .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: strict),
    .target(
      name: "JourneyAnalysis",
      dependencies: ["JourneyModel"],
      swiftSettings: strict),

    // What figures are for, each a module over the model and the figures: two journeys held against
    // each other, rules that fail a check, what was decided, journeys that lead into each other.
    .target(
      name: "JourneyComparison",
      dependencies: ["JourneyModel", "JourneyAnalysis"],
      swiftSettings: strict),
    .target(
      name: "JourneyGuardrails",
      dependencies: ["JourneyModel", "JourneyAnalysis", "JourneyComparison", "TextSupport"],
      swiftSettings: strict),
    .target(
      name: "JourneyDecisions",
      dependencies: ["JourneyModel", "JourneyAnalysis", "TextSupport"],
      swiftSettings: strict),
    .target(
      name: "JourneyPortfolio",
      dependencies: ["JourneyModel", "JourneyAnalysis"],
      swiftSettings: strict),

    // Logs and surveys become journeys. Counting and reading know no journeys, usable alone.
    .target(name: "EventCounting", swiftSettings: strict),
    .systemLibrary(
      name: "CZlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .target(
      name: "EventLogs",
      dependencies: ["EventCounting", "CZlib", "TextSupport"],
      swiftSettings: strict),
    .target(
      name: "JourneyMining",
      dependencies: [
        "EventCounting", "JourneyModel", "JourneyAnalysis", "JourneyFormats", "TextSupport",
      ],
      swiftSettings: strict),
    .target(
      name: "JourneySurveys",
      dependencies: [
        "EventLogs", "JourneyModel", "JourneyAnalysis", "JourneyFormats", "TextSupport",
      ],
      swiftSettings: strict),

    .target(
      name: "JourneyDiagrams",
      dependencies: [
        "JourneyModel", "JourneyAnalysis", "JourneyComparison", "JourneyPortfolio", "TextSupport",
      ],
      swiftSettings: strict),

    // Graphviz: knows no journeys, usable alone.
    .systemLibrary(
      name: "CGraphviz",
      pkgConfig: "libgvc",
      providers: [.apt(["libgraphviz-dev", "pkg-config"]), .brew(["graphviz", "pkgconf"])]),
    .target(name: "CGraphvizShim", dependencies: ["CGraphviz", "CFontLock"]),
    .target(name: "GraphvizKit", dependencies: ["CGraphvizShim"], swiftSettings: strict),

    // One lock for all that sets text through cairo, which both of its users hold.
    .target(name: "CFontLock"),

    // PNG, PDF and outlined text through librsvg, cairo and Pango, which are loaded when first used.
    .target(
      name: "CExportShim",
      dependencies: ["CFontLock"],
      linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
    .target(
      name: "JourneyExport",
      dependencies: ["CExportShim", "JourneyDiagrams"],
      swiftSettings: strict),

    // Findings as text for people and programs.
    .target(
      name: "JourneyReports",
      dependencies: [
        "JourneyModel", "JourneyAnalysis", "JourneyComparison", "JourneyGuardrails",
        "JourneyDecisions", "JourneyPortfolio", "TextSupport",
      ],
      swiftSettings: strict),

    // The page that an owner decides from, as HTML, Markdown and pictures of pages.
    .target(
      name: "JourneyBriefs",
      dependencies: [
        "JourneyModel", "JourneyAnalysis", "JourneyGuardrails", "JourneyDecisions",
        "JourneyPortfolio", "JourneyDiagrams", "TextSupport",
      ],
      swiftSettings: strict),

    // The page that presents a journey, in one file.
    .target(
      name: "JourneyPages",
      dependencies: ["JourneyModel", "JourneyAnalysis", "JourneyDiagrams", "TextSupport"],
      swiftSettings: strict),

    // Shared inside the package only: number, JSON, CSV and table text.
    .target(name: "TextSupport", swiftSettings: strict),

    // The façade: the pipeline on one page.
    .target(
      name: "JourneyKit",
      dependencies: [
        "JourneyModel", "JourneyFormats", "JourneyAnalysis", "JourneyComparison",
        "JourneyGuardrails", "JourneyDecisions", "JourneyPortfolio", "JourneyDiagrams",
        "JourneyReports", "GraphvizKit", "TextSupport",
      ],
      swiftSettings: strict),

    // One live page on loopback; knows no journeys. Docs/decisions/0001-http-server.md says why so.
    .target(
      name: "JourneyPresenter",
      dependencies: ["TextSupport", .product(name: "FlyingSocks", package: "FlyingFox")],
      swiftSettings: strict),

    // The program: commands as a library, so that tests call them; the executable is a few lines.
    .target(
      name: "JourneyCommands",
      dependencies: [
        "JourneyKit", "JourneyBriefs", "JourneyExport", "JourneyPages", "JourneyPresenter",
        "EventCounting", "EventLogs", "JourneyMining", "JourneySurveys", "TextSupport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(name: "journey", dependencies: ["JourneyCommands"], swiftSettings: strict),

    // Shared by the test targets: goldens, seeded randomness, sample journeys.
    .target(
      name: "JourneyTestSupport",
      dependencies: ["JourneyModel"],
      path: "Tests/JourneyTestSupport",
      swiftSettings: strict),
    .testTarget(
      name: "JourneyModelTests",
      dependencies: ["JourneyModel", "JourneyTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "JourneyFormatsTests",
      dependencies: ["JourneyModel", "JourneyFormats", "JourneyTestSupport"],
      exclude: ["Inputs"],
      swiftSettings: strict),
    .testTarget(
      name: "JourneyAnalysisTests",
      dependencies: ["JourneyAnalysis", "JourneyTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "JourneyComparisonTests",
      dependencies: ["JourneyComparison", "JourneyTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "JourneyGuardrailsTests",
      dependencies: ["JourneyGuardrails", "JourneyTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "JourneyDecisionsTests",
      dependencies: ["JourneyDecisions", "JourneyTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "JourneyPortfolioTests",
      dependencies: ["JourneyPortfolio", "JourneyTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "JourneyBriefsTests",
      dependencies: ["JourneyBriefs", "JourneyKit", "JourneyTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "EventCountingTests",
      dependencies: ["EventCounting", "JourneyTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "EventLogsTests",
      dependencies: ["EventLogs", "EventCounting", "JourneyTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "JourneyMiningTests",
      dependencies: ["JourneyMining", "EventCounting", "JourneyKit", "JourneyTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "JourneySurveysTests",
      dependencies: ["JourneySurveys", "JourneyKit", "JourneyTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "JourneyDiagramsTests",
      dependencies: ["JourneyKit", "JourneyDiagrams", "JourneyTestSupport"],
      exclude: ["Goldens"],
      swiftSettings: strict),
    .testTarget(
      name: "GraphvizKitTests",
      dependencies: ["GraphvizKit", "JourneyTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "JourneyExportTests",
      dependencies: ["JourneyExport", "JourneyKit", "JourneyTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "TextSupportTests",
      dependencies: ["TextSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "JourneyPagesTests",
      dependencies: ["JourneyPages", "JourneyKit", "JourneyTestSupport", "TextSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "JourneyReportsTests",
      dependencies: ["JourneyReports", "JourneyTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "JourneyKitTests",
      dependencies: ["JourneyKit", "JourneyTestSupport"],
      exclude: ["Inputs"],
      swiftSettings: strict),
    .testTarget(
      name: "JourneyPresenterTests",
      dependencies: ["JourneyPresenter", "JourneyTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "JourneyCommandsTests",
      dependencies: ["JourneyCommands", "journey", "JourneyTestSupport"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
