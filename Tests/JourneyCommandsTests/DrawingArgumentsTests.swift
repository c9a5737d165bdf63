import Foundation
import JourneyKit
import Testing

/// How pictures are to look, and what is said to who asks for what cannot be meant.
@Suite struct DrawingArgumentsTests {
  private static let refused: [([String], String)] = [
    (["--lanes", "quots"], "there is no lane 'quots'; did you mean quotes?"),
    (["--lanes", "pains,quotes,pains"], "pains is there twice"),
    (["--lanes", ""], "there is no lane ''; there are does, thinks"),
    (["--touchpoints", "0"], "it is neither all nor a number from 1 on"),
    (["--view", "funnel", "--touchpoints", "5"], "--touchpoints is about blueprint, curve, flow"),
    (["--artboard", "A9"], "it is neither one of 16:9, 4:3, A4"),
    (["--artboard", "900pt"], "nor a size in px such as 1920x1080"),
    (["--compact", "--lanes", "none"], "--compact draws no lanes; leave out --compact or --lanes"),
    (["--overlay", "--persona", "amina"], "leave out --overlay or --persona"),
    (["--by", "stages"], "--by is about the heatmap; add --view heatmap"),
    (["--view", "flow", "--lanes", "none"], "--lanes is about the map; add --view map"),
    (["--view", "flow", "--compact"], "--compact is about the map; add --view map"),
    (["--format", "dot", "--transparent"], "--transparent changes nothing in dot"),
    (["-o", "x.dot", "--artboard", "A4"], "--artboard changes nothing in dot"),
  ]

  @Test(arguments: refused)
  func whatCannotBeMeantIsRefused(arguments: [String], sentence: String) throws {
    let recorder = Recorder()
    #expect(recorder.run(["render", "x.journey.yaml"] + arguments) == 64)
    #expect(recorder.errors.contains(sentence))
    #expect(recorder.output.isEmpty)
  }

  private static let mm = 96 / 25.4
  private static let boards: [(String, Double, Double)] = [
    ("1280x720", 1280, 720), ("16:9", 1920, 1080), ("4:3", 1440, 1080),
    ("A4", 297 * mm, 210 * mm), ("a0-portrait", 841 * mm, 1189 * mm),
  ]

  @Test(arguments: boards)
  func aPictureIsAsLargeAsItsBoard(name: String, width: Double, height: Double) throws {
    let recorder = Recorder()
    #expect(recorder.run(["render", "-", "--artboard", name], input: smallJourney) == 0)
    let tag = try #require(recorder.output.firstMatch(of: /<svg[^>]* width="(.+?)" height="(.+?)"/))
    #expect(abs(try #require(Double(tag.1)) - width) < 0.01)
    #expect(abs(try #require(Double(tag.2)) - height) < 0.01)
  }

  @Test func aTransparentPictureIsTheSameWithoutItsGround() throws {
    let opaque = Recorder()
    let transparent = Recorder()
    #expect(opaque.run(["render", "-"], input: smallJourney) == 0)
    #expect(transparent.run(["render", "-", "--transparent"], input: smallJourney) == 0)
    let lines = Set(transparent.output.split(separator: "\n"))
    let gone = opaque.output.split(separator: "\n").filter { !lines.contains($0) }
    #expect(gone.count == 1 && gone[0].contains("<rect"))
  }
}

/// Themes of one's own.
@Suite struct ThemeFileTests {
  @Test func aThemeFileColoursThePictureAndGivesItsName() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("a.journey.yaml", smallJourney)
    let theme = try folder.file("brand.yaml", "theme: brand\ncolors: {ink: \"#112233\"}\n")
    let recorder = Recorder()
    let out = "\(folder.path)/out"
    #expect(
      try recorder.run("render", file, "-o", out, "--theme", theme, "--theme", "dark") == 0)
    #expect(
      try folder.contents(of: out)
        == ["returning-shoes.map.brand.svg", "returning-shoes.map.dark.svg"])
    #expect(
      try String(contentsOfFile: "\(out)/returning-shoes.map.brand.svg", encoding: .utf8)
        .contains("#112233"))
  }

  @Test func aThemeWithMistakesDrawsNothing() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("a.journey.yaml", smallJourney)
    let theme = try folder.file("brand.yaml", "colours: {}\n")
    let recorder = Recorder()
    #expect(try recorder.run("render", file, "-o", "\(folder.path)/out", "--theme", theme) == 2)
    #expect(recorder.errors.hasPrefix("\(theme):1:1: error: 'colours' is not a key"))
    #expect(try folder.contents() == ["a.journey.yaml", "brand.yaml"])
    #expect(try recorder.run("render", file, "--theme", "no/such.yaml") == 2)
    #expect(recorder.errors.hasSuffix("there is no such file or folder\n"))
  }

  @Test func twoThemesOfOneNameDoNotOverwriteEachOther() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("a.journey.yaml", smallJourney)
    let recorder = Recorder()
    #expect(
      try recorder.run(
        "render", file, "-o", folder.path, "--theme", "dark", "--theme", "dark") == 64)
    #expect(recorder.errors.contains("two themes are called 'dark'"))
  }

  @Test func textThatComesOutTooSmallIsTold() throws {
    let recorder = Recorder()
    #expect(try recorder.run("render", "-", "--artboard", "320x180", input: smallJourney) == 0)
    #expect(recorder.errors.hasPrefix("journey: warning: returning-shoes.map.svg: the smallest"))
  }
}
