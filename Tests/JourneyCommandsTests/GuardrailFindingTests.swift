import Foundation
import JourneyKit
import Testing

/// `journey check` where rules are broken, waived, or held against a baseline.
@Suite struct GuardrailFindingTests {
  private static let policy = """
    rules: [{rule: max-drop-off, limit: 20%}, no-maze]
    guardians: [Hale]

    """

  @Test func aBrokenRuleFailsTheCheckAndSaysAll() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file(
      "a.journey.yaml",
      smallJourney.replacingOccurrences(
        of: "believed: 0.9}",
        with: "believed: 0.9, owner: Ruiz, quotes: [{text: Where is it?, consent: true}]}"))
    _ = try folder.file("policy.yaml", Self.policy)
    let recorder = Recorder()
    #expect(try recorder.run("check", file) == 1)
    #expect(
      recorder.output == """
        \(file):15:22: fails: 30% of those who come here leave (at least 28%), at most 20% allowed \
        [max-drop-off]
         15 |   find-form -> left: 300
            |                      ^^^
            touchpoint: Find the form (find-form)
            figure: drop-off 30%, 90 % interval 28% to 32%, limit 20%
            owner: Ruiz
            said: “Where is it?”
            fix: find out from those who left what stopped them, and take it away

        """)
    #expect(
      recorder.errors == "1 document checked: no errors, no warnings; 2 rules: 1 broken\n")
  }

  @Test func whatNoQuoteMayHoldIsNotPrintedEither() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file(
      "a.journey.yaml",
      smallJourney.replacingOccurrences(
        of: "believed: 0.9}",
        with: "believed: 0.9, quotes: [{text: Write to amina@example.org, consent: true}]}"))
    _ = try folder.file(
      "policy.yaml", "rules: [quotes-anonymous, {rule: max-drop-off, limit: 20%}]\n")
    for format in ["text", "json", "sarif", "junit", "github"] {
      let recorder = Recorder()
      #expect(try recorder.run("check", file, "--format", format) == 1)
      #expect(recorder.output.contains("quotes-anonymous"))
      #expect(!recorder.output.contains("amina@"), "\(format): \(recorder.output)")
      if format == "text" { #expect(recorder.output.contains("{text: Write to …, consent")) }
    }
  }

  @Test func aNoteNamesItsTouchpointOnce() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file(
      "a.journey.yaml",
      "journey: x\nid: x\ntouchpoints:\n  a: {name: Ask, felt: -1, believed: 2}\n")
    _ = try folder.file("policy.yaml", "rules: [{rule: max-gap, limit: 1}]\n")
    let recorder = Recorder()
    #expect(try recorder.run("check", file) == 0)
    #expect(
      recorder.output.contains(
        "note: max-gap could not be judged: what is felt is an assumption (Ask) [max-gap]"),
      "\(recorder.output)")
  }

  @Test func aWaivedRuleIsSeenAndFailsNothing() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("a.journey.yaml", smallJourney)
    _ = try folder.file(
      "policy.yaml",
      Self.policy + """
        waivers:
          - rule: max-drop-off
            about: find-form
            by: Ruiz
            approved-by: Hale
            why: The form is the supplier's
            traded-for: cost
            until: 2026-12-31

        """)
    let recorder = Recorder()
    #expect(try recorder.run("check", file) == 0)
    #expect(recorder.output.contains("waived: "))
    #expect(
      recorder.output.contains(
        "    waived: by Ruiz, approved by Hale, traded for cost, until 2026-12-31: "
          + "The form is the supplier's\n"))
    #expect(
      recorder.errors
        == "1 document checked: no errors, no warnings; 2 rules: none broken, 1 waived\n")
    // The day after its last.
    let late = Recorder()
    #expect(try late.run("check", file, "--as-of", "2027-01-01") == 1)
    #expect(late.output.contains("policy.yaml:10:12: fails: the waiver of max-drop-off ended on"))
    #expect(late.output.contains("    touchpoint: Find the form (returning-shoes/find-form)\n"))
    #expect(late.errors.hasSuffix("2 rules: 1 broken; 1 waiver to mend\n"))
  }

  @Test func theWordsOfThoseWhoDidNotAgreeAreNotPrinted() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file(
      "a.journey.yaml",
      """
      journey: x
      id: x
      touchpoints:
        a:
          name: Ask
          quotes:
            - {text: "They laughed at me", consent: false}
        b: {name: Wait, quotes: [{text: Never again, consent: false}], felt: {mean: -1, n: 50, sd: 1}}
      policy:
        rules: [quotes-consented, {rule: min-methods, limit: 2}]

      """)
    let recorder = Recorder()
    #expect(try recorder.run("check", file) == 1)
    #expect(recorder.output.contains("[quotes-consented]"))
    #expect(recorder.output.contains("[min-methods]"))
    #expect(!recorder.output.contains("They laughed"))
    #expect(!recorder.output.contains("Never again"), "\(recorder.output)")
    #expect(recorder.output.contains("███████████"))
  }

  @Test func aWaiverThatOthersMayNeedIsLeftAlone() throws {
    let folder = try TemporaryFolder()
    let other = smallJourney.replacingOccurrences(of: "id: returning-shoes", with: "id: other")
    let file = try folder.file("a.journey.yaml", smallJourney)
    _ = try folder.file("b.journey.yaml", other)
    _ = try folder.file(
      "policy.yaml",
      """
      rules: [no-maze]
      guardians: [Hale]
      waivers:
        - {rule: no-maze, by: A, approved-by: Hale, why: x, traded-for: cost, until: 2099-01-01}

      """)
    #expect(try Recorder().run("check", file) == 0)
    let whole = Recorder()
    #expect(try whole.run("check", folder.path) == 1)
    #expect(whole.output.contains("[waiver-unused]"))
  }

  @Test func manyFindingsOfARuleAreCounted() throws {
    let folder = try TemporaryFolder()
    let names = (0..<12).map { "t\($0)" }
    let touchpoints = names.map { "  \($0): {felt: {mean: 0.1, n: 3}}\n" }.joined()
    let flow = (["start"] + names).enumerated().map { index, name in
      "  \(name) -> \(index < names.count ? names[index] : "completed"): 100\n"
    }.joined()
    let file = try folder.file(
      "a.journey.yaml", "journey: Many\ntouchpoints:\n\(touchpoints)flow:\n\(flow)")
    _ = try folder.file("policy.yaml", "rules: [min-methods]\n")
    let recorder = Recorder()
    #expect(try recorder.run("check", file) == 1)
    #expect(recorder.output.components(separatedBy: " fails: ").count == 11)
    #expect(
      recorder.output.hasSuffix("\(file): and 2 more of min-methods; --format json has all\n"))
  }

  // MARK: - Baselines

  private static let worse = smallJourney.replacingOccurrences(of: "-1.2", with: "-1.9")

  @Test func whatGotWorseFailsWithoutAPolicy() throws {
    let folder = try TemporaryFolder()
    let old = try folder.file("old.journey.yaml", smallJourney)
    let new = try folder.file("new.journey.yaml", Self.worse)
    #expect(try Recorder().run("check", new) == 0)
    let recorder = Recorder()
    #expect(try recorder.run("check", new, "--baseline", old) == 1)
    #expect(recorder.output.contains("[not-worse]"), "\(recorder.output)")
    #expect(recorder.output.contains("new.journey.yaml:10:"), "\(recorder.output)")
    #expect(recorder.errors.hasSuffix("1 rule: 1 broken\n"))
    let better = Recorder()
    #expect(try better.run("check", old, "--baseline", new) == 0)
    #expect(better.output.contains(" better: "), "\(better.output)")
    #expect(try Recorder().run("check", old, "--baseline", old) == 0)
  }

  @Test func aRevisionIsABaseline() throws {
    let repository = try ScratchRepository()
    try repository.commit("journeys/a.journey.yaml", smallJourney)
    try repository.commit("journeys/a.journey.yaml", Self.worse)
    let other = smallJourney.replacingOccurrences(of: "id: returning-shoes", with: "id: other")
    try repository.commit("journeys/b.journey.yaml", other)
    let journeys = repository.path("journeys")
    let recorder = Recorder()
    #expect(try recorder.run("check", journeys, "--baseline", "git:HEAD~2") == 1)
    #expect(recorder.output.contains("[not-worse]"))
    #expect(
      recorder.errors.hasPrefix(
        "journey: new since the baseline, compared with nothing: \(journeys)/b.journey.yaml\n"))
    let same = Recorder()
    #expect(try same.run("check", journeys, "--baseline", "git:HEAD") == 0)
    #expect(!same.errors.contains("new since"))
    let one = Recorder()
    let path = "\(journeys)/a.journey.yaml"
    #expect(try one.run("check", path, "--baseline", "git:HEAD~2:\(path)") == 1)
    let none = Recorder()
    #expect(try none.run("check", path, "--baseline", "git:no-such-revision") == 2)
    #expect(none.errors.contains("there is no revision 'no-such-revision'"))
  }

  @Test func aBaselineWithMistakesIsBadInput() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("a.journey.yaml", smallJourney)
    let broken = try folder.file("old.journey.yaml", "journey: x\nstaets: y\n")
    let recorder = Recorder()
    #expect(try recorder.run("check", file, "--baseline", broken) == 2)
    #expect(recorder.errors.contains("staets"))
    #expect(try Recorder().run("check", file, "--baseline", "no-such.yaml") == 2)
  }
}
