import Foundation
import JourneyKit

/// The journeys that the package comes with.
enum SampleJourney {
  struct Unreadable: Error {
    var name: String
  }

  static func named(_ name: String) throws -> Journey {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../..").standardized
    let file = root.appendingPathComponent("journeys/\(name).journey.yaml")
    let bytes = [UInt8](try Data(contentsOf: file))
    guard let journey = JourneyReader.read(bytes, name: "\(name).journey.yaml").journey else {
      throw Unreadable(name: name)
    }
    return journey
  }
}
