import Foundation
import Testing

@testable import JourneyKit

/// Files at revisions of a git repository, as the module itself reads them.
@Suite("Files at revisions")
struct GitTests {
  @Test("Names say the revision and the path, and what is missing is told")
  func names() throws {
    let file = try #require(try GitFile("git:HEAD~3:a folder/ü b.yaml"))
    #expect(file.revision == "HEAD~3")
    #expect(file.path == "a folder/ü b.yaml")
    #expect(file.name == "git:HEAD~3:a folder/ü b.yaml")
    #expect(try GitFile("git:v1:a.yaml")?.name == "git:v1:./a.yaml")
    #expect(try GitFile("git:v1:a:b.yaml")?.path == "a:b.yaml")
    #expect(try GitFile("journeys/a.yaml") == nil)
    for text in ["git:", "git:HEAD", "git:HEAD:", "git::a.yaml"] {
      #expect(throws: FileProblem.self, "\(text)") { try GitFile(text) }
    }
    #expect(GitFile.baseline("git:main", of: "a.yaml") == GitFile(revision: "main", path: "a.yaml"))
    for text in ["git:", "git:main:a.yaml", "main"] {
      #expect(GitFile.baseline(text, of: "a.yaml") == nil, "\(text)")
    }
  }

  @Test("Paths are told from another folder without asking the file system")
  func paths() {
    #expect(GitFile.path("a/b.yaml", from: "") == "a/b.yaml")
    #expect(GitFile.path("a/b.yaml", from: "a/") == "b.yaml")
    #expect(GitFile.path("a/b.yaml", from: "a/c/") == "../b.yaml")
    #expect(GitFile.path("/x/y", from: "/x/z/") == "../y")
    #expect(GitFile.path("/x", from: "a/") == nil)
    #expect(GitFile.path("a", from: "../") == nil)
    #expect(GitFile.leadsOut("/a") && GitFile.leadsOut("../a") && GitFile.leadsOut("a/../../b"))
    #expect(!GitFile.leadsOut("a..b/c"))
  }

  @Test(
    "A file is read byte by byte, whatever it is called",
    arguments: [
      "a.yaml", "with spaces/two  of them.yaml", "ünïcödé/旅程 نتائج.yaml", "-dash.yaml",
      "*?[a].yaml", ":(top)magic.yaml", "quote\"d'.yaml", "back\\slash.yaml", "tab\there.yaml",
      "new\nline.yaml", "#hash ~1^{}.yaml",
    ])
  func bytes(name: String) throws {
    let repository = try Repository()
    let contents = Data([0, 10, 13, 10, 255, 254, 0]) + Data(name.utf8)
    try repository.commit([name: contents, "other.yaml": Data("b".utf8)])
    try repository.write(name, Data("what is there now".utf8))
    let read = try GitFile(revision: "HEAD", path: repository.path(name))
      .read(withFirstOf: [repository.path("none.yaml"), repository.path("other.yaml")])
    #expect(Data(read.bytes) == contents)
    #expect(read.other?.file.path == repository.path("other.yaml"))
    #expect(read.other?.bytes == Array("b".utf8))
  }

  @Test("A moved file is where it was at the old revision, and where it is at the new one")
  func moved() throws {
    let repository = try Repository()
    try repository.commit(["old/a.yaml": Data("one".utf8)])
    try repository.git("mv", "old", "new")
    try repository.git("commit", "-q", "-m", "move")
    func text(_ revision: String, _ name: String) throws -> String {
      let file = GitFile(revision: revision, path: repository.path(name))
      return String(decoding: try file.read().bytes, as: UTF8.self)
    }
    #expect(try text("HEAD", "new/a.yaml") == "one")
    // The folder is gone from the work tree; the revision still has it.
    #expect(try text("HEAD~1", "old/a.yaml") == "one")
    #expect(
      Self.problem { try text("HEAD", "old/a.yaml") }.hasSuffix(
        "there is no such file at revision 'HEAD'"))
    #expect(
      Self.problem { try text("HEAD~1", "new/a.yaml") }.hasSuffix(
        "there is no such file at revision 'HEAD~1'"))
    let tree = try GitTree("HEAD~1", in: repository.folder, name: "test")
    let all = try tree.entries(at: [""], isRecursive: true)
    #expect(all.map(\.path) == ["old/a.yaml"])
    let now = try GitTree("HEAD", in: repository.folder, name: "test")
    // What moved has kept its contents, and so its hash.
    #expect(try now.entries(at: [""], isRecursive: true).map(\.hash) == all.map(\.hash))
  }

  @Test("What a revision has is listed with its kind, and what it has not is left out")
  func listing() throws {
    let repository = try Repository()
    try repository.commit(["a/b.yaml": Data("1".utf8), "a/c/d.yaml": Data("2".utf8)])
    try FileManager.default.createSymbolicLink(
      atPath: repository.path("link.yaml"), withDestinationPath: "a/b.yaml")
    try repository.git("add", "-A")
    try repository.git("commit", "-q", "-m", "link")
    let tree = try GitTree("HEAD", in: repository.folder + "/a", name: "test")
    #expect(tree.place(of: "b.yaml") == "a/b.yaml")
    #expect(tree.place(of: "./c//d.yaml") == "a/c/d.yaml")
    #expect(tree.place(of: "../link.yaml") == "link.yaml")
    #expect(tree.place(of: "../..") == nil)
    let entries = try tree.entries(
      at: ["a", "a/b.yaml", "link.yaml", "none", "a/*", "no\0thing"], isRecursive: false)
    #expect(
      Set(entries.map { "\($0.path) \($0.kind)" }) == [
        "a folder", "a/b.yaml file", "link.yaml other",
      ])
    #expect(
      try tree.entries(at: ["a"], isRecursive: true).map(\.path) == ["a/b.yaml", "a/c/d.yaml"])
    #expect(try tree.entries(at: [], isRecursive: true).isEmpty)
    // More paths than are told one by one.
    let many = (0..<300).map { "none\($0)" } + ["a/b.yaml"]
    #expect(
      try tree.entries(at: many + ["a"], isRecursive: false).map(\.path) == ["a", "a/b.yaml"])
    #expect(try tree.entries(at: many, isRecursive: true).map(\.path).contains("a/b.yaml"))
    let link = GitFile(revision: "HEAD", path: repository.path("link.yaml"))
    #expect(Self.problem { try link.read() }.contains("there is no such file"))
    let folder = GitFile(revision: "HEAD", path: repository.path("a"))
    #expect(Self.problem { try folder.read() }.contains("it is a folder, not a file"))
  }

  @Test("Many and large files are read whole, each contents once")
  func large() throws {
    let repository = try Repository()
    var random = SystemRandomNumberGenerator()
    let large = Data(
      (0..<100_000).flatMap { _ in
        withUnsafeBytes(of: random.next()) { Array($0) }
      })
    var files = ["large.bin": large, "same.bin": large, "empty.yaml": Data()]
    for index in 0..<230 { files["many/\(index).yaml"] = Data("file \(index)\n".utf8) }
    try repository.commit(files)
    let tree = try GitTree("HEAD", in: repository.folder, name: "test")
    let entries = try tree.entries(at: [""], isRecursive: true)
    #expect(entries.count == 233)
    let contents = try tree.contents(of: entries)
    #expect(contents.count == 232)
    for entry in entries {
      #expect(contents[entry.hash].map { Data($0) } == files[entry.path], "\(entry.path)")
    }
  }

  @Test("A blob that is missing is a damaged repository, not a missing file")
  func missingBlob() throws {
    let repository = try Repository()
    try repository.commit(["a.yaml": Data("one".utf8), "b.yaml": Data("two".utf8)])
    let tree = try GitTree("HEAD", in: repository.folder, name: "test")
    let entries = try tree.entries(at: ["a.yaml", "b.yaml"], isRecursive: false)
    let gone = try #require(entries.first).hash
    try FileManager.default.removeItem(
      atPath: repository.path(".git/objects/\(gone.prefix(2))/\(gone.dropFirst(2))"))
    let file = GitFile(revision: "HEAD", path: repository.path("a.yaml"))
    let said = Self.problem { try file.read() }
    #expect(said.contains("git cannot read 'a.yaml' of revision 'HEAD'"))
    #expect(said.contains("damaged or incomplete"))
    let other = GitFile(revision: "HEAD", path: repository.path("b.yaml"))
    #expect(try other.read().bytes == Array("two".utf8))
  }

  @Test("What is no repository, no revision or no program is told")
  func missing() throws {
    let repository = try Repository()
    let nowhere = GitFile(revision: "HEAD", path: "/dev/null/none/a.yaml")
    #expect(Self.problem { try nowhere.read() }.contains("it is in no git repository"))
    try repository.commit(["a.yaml": Data("one".utf8)])
    for revision in ["none", "--help", "-p", "HEAD~7", "HEAD:a.yaml", "a\0b", ""] {
      let file = GitFile(revision: revision, path: repository.path("a.yaml"))
      #expect(
        Self.problem { try file.read() }.contains("there is no revision '\(revision)'"),
        "\(revision)")
    }
    #expect(try ChildProcess.run(["no-such-program-anywhere"], name: "test") == nil)
    #expect(try ChildProcess.run([], name: "test") == nil)
  }

  @Test("A program is heard on the stream that is asked for, with its exit code")
  func programs() throws {
    let script = "cat; echo out; echo err >&2; echo \"$LC_ALL\"; exit 3"
    let heard = try #require(
      try ChildProcess.run(["sh", "-c", script], input: Array("in ".utf8), name: "test"))
    #expect(String(decoding: heard.bytes, as: UTF8.self) == "in out\nC\n")
    #expect(heard.code == 3)
    let complained = try #require(
      try ChildProcess.run(["sh", "-c", script], listeningTo: .error, name: "test"))
    #expect(String(decoding: complained.bytes, as: UTF8.self) == "err\n")
    let killed = try ChildProcess.run(["sh", "-c", "kill -9 $$"], name: "test")
    #expect(killed?.code == nil)
  }

  /// What a reading that fails says.
  private static func problem(_ read: () throws -> some Any) -> String {
    do {
      return "read \(try read())"
    } catch {
      return "\(error)"
    }
  }
}

/// A git repository that is gone when the test is over.
private final class Repository {
  let folder: String

  init() throws {
    let place = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    folder = place.path
    try git("init", "-q")
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func path(_ name: String) -> String { "\(folder)/\(name)" }

  func write(_ name: String, _ contents: Data) throws {
    let file = URL(fileURLWithPath: path(name))
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try contents.write(to: file)
  }

  func commit(_ files: [String: Data]) throws {
    for (name, contents) in files { try write(name, contents) }
    try git("add", "-A")
    try git("commit", "-q", "-m", "files")
  }

  func git(_ arguments: String...) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
      [
        "git", "-C", folder, "-c", "user.name=a", "-c", "user.email=a@b", "-c",
        "commit.gpgsign=false", "-c", "core.autocrlf=false",
      ] + arguments
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "git \(arguments.joined(separator: " "))")
  }
}
