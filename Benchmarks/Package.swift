// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that nobody who depends on JourneyKit builds it.
let package = Package(
  name: "JourneyBenchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "JourneyKit", path: "..")],
  targets: [
    .executableTarget(
      name: "journey-benchmarks",
      dependencies: [
        .product(name: "JourneyKit", package: "JourneyKit"),
        .product(name: "GraphvizKit", package: "JourneyKit"),
      ],
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
      ])
  ],
  swiftLanguageModes: [.v6]
)
