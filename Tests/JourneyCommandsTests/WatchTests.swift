import Foundation
import JourneyTestSupport
import Testing

/// `--watch` follows every way in which editors save.
@Suite struct WatchTests {
  /// How editors save a file.
  enum Save: CaseIterable {
    case inPlace, inTwoSteps, renameOver, backUpAndWrite, deleteAndWrite

    func save(_ text: String, to path: String) throws {
      let files = FileManager.default
      let data = Data(text.utf8)
      switch self {
      case .inPlace: try data.write(to: URL(fileURLWithPath: path))
      case .inTwoSteps:
        let file = try #require(FileHandle(forWritingAtPath: path))
        try file.truncate(atOffset: 0)
        try file.write(contentsOf: data.prefix(100))
        usleep(1000)
        try file.write(contentsOf: data.dropFirst(100))
        try file.close()
      case .renameOver:
        try data.write(to: URL(fileURLWithPath: path + ".new"))
        #expect(rename(path + ".new", path) == 0)
      case .backUpAndWrite:
        #expect(rename(path, path + "~") == 0)
        try data.write(to: URL(fileURLWithPath: path))
        try files.removeItem(atPath: path + "~")
      case .deleteAndWrite:
        try files.removeItem(atPath: path)
        usleep(30_000)
        try data.write(to: URL(fileURLWithPath: path))
      }
    }
  }

  @Test func everyWayOfSavingIsFollowed() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("a.journey.yaml", smallJourney)
    let picture = "\(folder.path)/a.svg"
    let program = try Program("render", file, "-o", picture, "--watch")
    defer { kill(program.pid, SIGKILL) }
    #expect(shows(picture, "Returning shoes"))
    for (round, way) in Save.allCases.enumerated() {
      try way.save(text("Round \(round)"), to: file)
      #expect(shows(picture, "Round \(round)"), "\(way)")
    }
    kill(program.pid, SIGTERM)
    #expect(program.wait() == SIGTERM)
    // One line for each picture: no save was taken for a file that is gone or has mistakes.
    #expect(!program.errors.contains("cannot read") && !program.errors.contains("error"))
  }

  @Test func whatNoSavingCanMendEndsAtOnce() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("a.journey.yaml", smallJourney)
    let out = "\(folder.path)/out"
    for (arguments, status) in [
      (["render", file, "-o", "\(out)/x.gif"], 64), (["render", file, "-o", "\(file)/out/"], 2),
      (["render", file, "-o", out, "--theme", "\(folder.path)/no.yaml"], 2),
      (["render", file, "-o", out, "--persona", "nobody"], 64),
      (["render", "\(folder.path)/no.yaml", "-o", out], 2),
      (["render", file, "-o", "\(out)/x.dot", "--view", "curve"], 64),
    ] {
      let program = try Program(arguments + ["--watch"])
      defer { kill(program.pid, SIGKILL) }
      let ends = eventually { !program.isRunning }
      #expect(ends, "\(arguments)")
      guard ends else { continue }
      #expect(program.wait() == Int32(status), "\(arguments): \(program.errors)")
      #expect(!program.errors.isEmpty)
    }
  }

  @Test func mistakesAreToldAndTheLastGoodPictureStays() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("a.journey.yaml", smallJourney)
    let out = "\(folder.path)/out"
    let picture = "\(out)/returning-shoes.map.svg"
    let program = try Program("render", folder.path, "-o", out, "--watch")
    defer { kill(program.pid, SIGKILL) }
    #expect(shows(picture, "Returning shoes"))
    _ = try folder.file("a.journey.yaml", smallJourney + "nonsense: 1\n")
    // A document that comes is drawn; then the one with the mistake was looked at too.
    _ = try folder.file(
      "b.journey.yaml", smallJourney.replacingOccurrences(of: "id: returning-shoes", with: "id: b"))
    #expect(shows("\(out)/b.map.svg", "Returning shoes"))
    #expect(shows(picture, "Returning shoes"))
    _ = try folder.file("a.journey.yaml", text("Mended"))
    #expect(shows(picture, "Mended"))
    // Of the shared document too the pictures are made.
    _ = try folder.file("shared.yaml", "nonsense: 1\n")
    #expect(eventually { program.errors.contains("shared.yaml:1:") ? true : nil } != nil)
    kill(program.pid, SIGTERM)
    #expect(program.wait() == SIGTERM)
    #expect(program.errors.contains("\(file):18:1: error: 'nonsense' is not a key"))
  }

  @Test func theThemeAndItsLogoAreFollowed() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("a.journey.yaml", smallJourney)
    let picture = "\(folder.path)/a.svg"
    func logo(_ name: String, _ color: String) throws {
      _ = try folder.file(
        name,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 20\">"
          + "<rect width=\"40\" height=\"20\" fill=\"\(color)\"/></svg>")
    }
    try logo("one.svg", "#123456")
    let theme = try folder.file("brand.yaml", "logo: {file: one.svg}\n")
    let program = try Program("render", file, "-o", picture, "--theme", theme, "--watch")
    defer { kill(program.pid, SIGKILL) }
    func drawn(_ times: Int) -> Bool {
      eventually { program.errors.split(separator: "\n").count == times ? true : nil } != nil
    }
    #expect(drawn(1))
    let before = try Data(contentsOf: URL(fileURLWithPath: picture))
    try logo("one.svg", "#654321")
    #expect(drawn(2), "\(program.errors)")
    #expect(try Data(contentsOf: URL(fileURLWithPath: picture)) != before)
    // Another one that the theme names from now on.
    try logo("two.svg", "#234567")
    _ = try folder.file("brand.yaml", "logo: {file: two.svg}\n")
    #expect(drawn(3), "\(program.errors)")
    try logo("two.svg", "#765432")
    #expect(drawn(4), "\(program.errors)")
  }

  private func text(_ title: String) -> String {
    smallJourney.replacingOccurrences(of: "Returning shoes", with: title)
  }

  private func shows(_ picture: String, _ words: String) -> Bool {
    eventually {
      (try? String(contentsOfFile: picture, encoding: .utf8))?.contains(words) == true ? true : nil
    } != nil
  }
}
