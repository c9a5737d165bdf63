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
}
