import Foundation
import Testing

@testable import JourneyKit

@Suite("Files")
struct FilesTests {
  @Test(
    "Folders that are there or can be made may be written into",
    arguments: ["", ".", "..", "a", "a/", "a/b", "./a", "/tmp", "/tmp/", "/tmp/a-b-c//d/", "ab"])
  func folders(folder: String) {
    #expect(Files.problem(writingInto: folder) == nil)
  }

  @Test(
    "What leads through a file is no folder",
    arguments: ["/dev/null", "/dev/null/a", "/dev/null/a/"])
  func files(folder: String) {
    let problem = Files.problem(writingInto: folder)
    #expect(problem?.description == "cannot write \(folder): a part of the path is not a folder")
  }

  @Test("Names as long as names can be are written, and links to nothing stay links")
  func names() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let name = String(repeating: "a", count: 251) + ".svg"
    try Files.write([1, 2], to: "\(folder.path)/\(name)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [name])
    let link = "\(folder.path)/link.svg"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "nowhere/x.svg")
    let problem = #expect(throws: FileProblem.self) { try Files.write([1], to: link) }
    #expect(problem?.reason == "it is a link to a file that is not there")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "nowhere/x.svg")
  }
}
