import JourneyKit
import Testing

@Suite("journey what-if")
struct WhatIfCommandTests {
  private let text = """
    journey: "A <b>shop</b> | two"
    id: shop
    touchpoints:
      look: {name: "Look | see", felt: {mean: -1, n: 40, sd: 0.6}}
      pay: {felt: {mean: 1, n: 40, sd: 0.6}}
    flow:
      start -> look: 100
      look -> pay: 60
      look -> left: 40
      pay -> completed: 60

    """

  @Test func theFiguresBeforeAndAfter() throws {
    let recorder = Recorder()
    let code = try recorder.run(
      "what-if", "-", "--set", "look.felt=0", "--set", "look -> left=10%", input: text)
    #expect(code == 0, "\(recorder.errors)")
    let output = recorder.output
    #expect(output.contains("Supposed: look.felt=0, look -> left=10%"))
    let completed = try #require(output.split(separator: "\n").first { $0.hasPrefix("completed ") })
    #expect(completed.contains("60% (52% … 68%)") && completed.contains("90% (88% … 92%)"))
    #expect(output.contains("+30.0 pts"))
    #expect(output.contains("Look | see"))
    #expect(output.contains("A hypothesis, not a forecast"))
    #expect(!output.contains("\u{1B}"))
  }

  @Test func jsonAndMarkdownByTheEndingOfTheOutput() throws {
    let folder = try TemporaryFolder()
    for ending in ["json", "md"] {
      let recorder = Recorder()
      let file = folder.path + "/out/what." + ending
      #expect(
        try recorder.run("what-if", "-", "--set", "look.felt=0", "-o", file, input: text) == 0)
      #expect(recorder.output.isEmpty)
      let written = String(decoding: try Files.read(file), as: UTF8.self)
      if ending == "json" {
        #expect(written.hasPrefix("{\n  \"schemaVersion\": 1,"))
        #expect(written.contains("\"hypothesis\": true"))
        #expect(written.contains("\"changes\": [\n    \"look.felt=0\"\n  ]"))
        #expect(written.contains("\"figure\": \"heat\",\n      \"touchpoint\": \"look\""))
        #expect(!written.contains("\"touchpoint\": \"pay\""))
      } else {
        #expect(written.hasPrefix("# What if: A \\<b\\>shop\\</b\\> \\| two\n"))
        #expect(written.contains("| Look \\| see |"))
      }
    }
  }

  @Test func mistakesAreWrongUsageAndToldAllAtOnce() throws {
    let recorder = Recorder()
    let code = try recorder.run(
      "what-if", "-", "--set", "lok.felt=0", "--set", "look.felt=7", input: text)
    #expect(code == 64)
    #expect(
      recorder.errors == """
        journey: no touchpoint 'lok'; did you mean 'look'?
        journey: look.felt=7 is not on the scale from -2 to 2

        """)
    #expect(try Recorder().run("what-if", "-", input: text) == 64)
    let hostile = Recorder()
    #expect(try hostile.run("what-if", "-", "--set", "a\u{1B}[31m.felt=1", input: text) == 64)
    #expect(hostile.errors == "journey: no touchpoint 'a␛[31m'\n")
  }

  @Test func anEndingThatStandsForNothingIsWrongUsage() throws {
    let folder = try TemporaryFolder()
    let file = folder.path + "/what.pdf"
    let recorder = Recorder()
    #expect(
      try recorder.run("what-if", "-", "--set", "look.felt=0", "-o", file, input: text) == 64)
    #expect(
      recorder.errors == """
        journey: nothing is written as .pdf here, but as .json, .markdown, .md, .txt; name \
        '\(file)' so, or say the --format

        """)
    #expect(throws: (any Error).self) { try Files.read(file) }
    #expect(
      try recorder.run(
        "what-if", "-", "--set", "look.felt=0", "-o", folder.path + "/what.log", "--format",
        "text", input: text) == 0)
  }

  @Test func smallDifferencesOfFeelingAreSeen() throws {
    let recorder = Recorder()
    #expect(try recorder.run("what-if", "-", "--set", "look.felt=-0.96", input: text) == 0)
    #expect(recorder.output.contains("−1.00 → −0.96"), "\(recorder.output)")
    let lines = recorder.output.split(separator: "\n")
    let peakEnd = try #require(lines.first { $0.hasPrefix("peak–end") })
    #expect(!peakEnd.hasSuffix("0.0"))
  }

  @Test func aPersonaThatIsNotInViewCannotBeSupposedToFeel() throws {
    let text = """
      journey: x
      id: x
      personas: {amina: {}, george: {}}
      touchpoints:
        a: {felt: {amina: -1, george: 1}}

      """
    let recorder = Recorder()
    #expect(
      try recorder.run(
        "what-if", "-", "--persona", "amina", "--set", "a.felt.george=0", input: text) == 64)
    #expect(
      recorder.errors == """
        journey: a.felt.george=0 changes nothing for persona amina, who alone is in view; set \
        a.felt.amina, or look at all customers

        """)
    for arguments in [["--set", "a.felt.george=0"], ["--persona", "amina", "--set", "a.felt=0"]] {
      #expect(recorder.run(["what-if", "-"] + arguments, input: text) == 0)
    }
  }

  @Test func aJourneyWithoutFlowTellsWhatItCan() throws {
    let recorder = Recorder()
    let text = "journey: x\nid: x\ntouchpoints:\n  a: {felt: -1}\n"
    #expect(try recorder.run("what-if", "-", "--set", "a.felt=1", input: text) == 0)
    #expect(recorder.output.contains("Without flow the journey as a whole has no figures."))
    #expect(recorder.output.contains("−1.00 → +1.00"))
    #expect(try recorder.run("what-if", "-", "--set", "a -> left=5%", input: text) == 64)
  }
}
