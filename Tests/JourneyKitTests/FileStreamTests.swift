import Foundation
import Testing

@testable import JourneyKit

@Suite struct FileStreamTests {
  private let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("journey-stream-\(UUID().uuidString)").path

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  private func files() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  @Test func aFileIsThereWhenItIsWholeAndNotBefore() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/log.csv"
    var stream = try FileStream(path)
    let piece = [UInt8](repeating: UInt8(ascii: "x"), count: 100_000)
    for _ in 0..<7 { try stream.write(piece) }
    #expect(!FileManager.default.fileExists(atPath: path))
    try stream.commit()
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)).count == 700_000)
    #expect(try files() == ["log.csv"])
  }

  @Test func aFileThatIsNeverFinishedLeavesTheOldOneAndNothingElse() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/log.csv"
    try Data("old".utf8).write(to: URL(fileURLWithPath: path))
    do {
      var stream = try FileStream(path)
      try stream.write([UInt8](repeating: 0, count: 1 << 20))
    }
    #expect(try files() == ["log.csv"])
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
  }

  @Test func aFolderIsNoFile() {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    #expect(throws: FileProblem.self) { _ = try FileStream(folder) }
  }
}
