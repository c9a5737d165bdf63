import JourneyKit
import Testing

@Suite("journey evidence")
struct EvidenceCommandTests {
  private let document = """
    journey: Shop       # ours
    scale: {low: 1, high: 5}
    touchpoints:
      log-in: {name: Log in}
      pay: {name: Pay, felt: 3}   # a guess

    """

  private func text(_ path: String) throws -> String {
    String(decoding: try Files.read(path), as: UTF8.self)
  }

  @Test func answersComeIntoTheDocumentInItsPlace() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("shop.journey.yaml", document)
    let survey = try folder.file(
      "answers.csv", "respondent,touchpoint,answer\n1,pay,4\n2,pay,5\n3,pay,\n")
    let recorder = Recorder()
    #expect(try recorder.run("evidence", survey, "--into", file, "--on", "2026-05-01") == 0)
    #expect(
      try text(file) == document + """
        evidence:
          - {about: pay, method: survey, n: 2, felt: 4.5, sd: 0.71, date: 2026-05-01, source: answers.csv, asked: 3}

        """)
    #expect(recorder.output.isEmpty)
    #expect(
      recorder.errors == """
        journey: \(survey): 2 answers of 2 people in 3 rows, 1 left empty.
        journey: columns: respondent is 'respondent', touchpoint is 'touchpoint', answer is 'answer'.
        journey: Answers look like 1 to 5 (likert5), high is good; say --kind where they are else. They are put on the journey's scale, 1 to 5.
        journey: scores on the journey's scale:
        journey:   pay: 4.50, n 2, sd 0.71, of 3 asked (67%)
        journey: \(file): 1 piece of evidence added.

        """)
    let check = Recorder()
    #expect(try check.run("check", file) == 0, "\(check.output)\(check.errors)")
  }

  @Test func tooManyRejectsChangeNothing() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("shop.journey.yaml", document)
    let survey = try folder.file("answers.csv", "touchpoint,answer\npay,4\npay,9\n")
    let rejects = folder.path + "/out/rejects.csv"
    let recorder = Recorder()
    #expect(
      try recorder.run(
        "evidence", survey, "--into", file, "--kind", "csat5", "--rejects", rejects) == 2)
    #expect(try text(file) == document)
    #expect(
      recorder.errors.contains(
        """
        journey: 1 answer (50%) not counted:
        journey:   1: outside the scale
        journey:     line 3 'answer': 9
        journey:   all of them are in \(rejects)
        journey:   that is more than --max-rejects 1%, so nothing is changed; mend them, or allow more \
        with --max-rejects
        """))
    #expect(
      try text(rejects).replacing("\r\n", with: "\n")
        == "line,reason,column,text\n3,out-of-range,answer,9\n")
    #expect(
      try recorder.run(
        "evidence", survey, "--into", file, "--kind", "csat5", "--max-rejects", "50%") == 0)
    #expect(try text(file).contains("n: 1, felt: 4,"))
  }

  @Test func quotesAreReviewedBeforeTheyAreKept() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("shop.journey.yaml", document)
    let survey = try folder.file(
      "answers.csv",
      "name,touchpoint,answer,comment\nAnna,pay,4,Anna says hi\nBo,log-in,5,call 030 1234567\n")
    let review = folder.path + "/review.csv"
    let recorder = Recorder()
    #expect(try recorder.run("evidence", survey, "--into", file, "--quotes", review) == 0)
    #expect(try !text(file).contains("says hi"))
    let table = try text(review)
    #expect(table.contains("[name] says hi") && table.contains("call [telephone]"))
    #expect(!table.contains("Anna") && !table.contains("1234567"))
    _ = try folder.file("review.csv", table.replacing("no,,pay", with: "yes,,pay"))
    let keeping = Recorder()
    #expect(try keeping.run("evidence", "--keep", review, "--into", file) == 0)
    let kept = try text(file)
    #expect(kept.contains("quotes: [{text: \"[name] says hi\", consent: false"), "\(kept)")
    #expect(
      keeping.errors.contains(
        "1 quote added, 1 with consent: false, which no picture shows until somebody writes that the "
          + "customer agreed, 1 not kept.\n"))
  }

  @Test func aReviewIsNotWrittenOver() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("shop.journey.yaml", document)
    let survey = try folder.file("answers.csv", "touchpoint,answer,comment\npay,4,Quick\n")
    let decided = "keep,touchpoint,quote\nyes,pay,Quick\n"
    let review = try folder.file("review.csv", decided)
    let recorder = Recorder()
    #expect(try recorder.run("evidence", survey, "--into", file, "--quotes", review) != 0)
    #expect(recorder.errors.contains("or replace it and them with --force"))
    #expect(try text(review) == decided)
    #expect(try text(file) == document)
    let forced = Recorder()
    #expect(
      try forced.run("evidence", survey, "--into", file, "--quotes", review, "--force") == 0)
    #expect(try text(review).contains("no,,pay,Quick,0"))
    let own = Recorder()
    #expect(
      try own.run("evidence", survey, "--into", file, "--quotes", survey, "--force") != 0)
    #expect(try text(survey).hasPrefix("touchpoint,answer"))
  }

  @Test func quotesWithoutCommentsAreTold() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("shop.journey.yaml", document)
    let survey = try folder.file("answers.csv", "touchpoint,answer,words\npay,4,Quick\n")
    let review = folder.path + "/review.csv"
    let recorder = Recorder()
    #expect(try recorder.run("evidence", survey, "--into", file, "--quotes", review) == 0)
    #expect(recorder.errors.contains("journey: Not used: 'words'.\n"))
    #expect(
      recorder.errors.contains(
        "journey: no comments for --quotes were found, so no table is written; name their column with "
          + "--comment COLUMN, or --map \"COLUMN=TOUCHPOINT:comment\"\n"))
    #expect(!Files.exists(review))
  }

  @Test func wrongUsageIsTold() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("shop.journey.yaml", document)
    let recorder = Recorder()
    #expect(try recorder.run("evidence", "--into", file) == 64)
    #expect(try recorder.run("evidence", "a.csv", "--keep", "b.csv", "--into", file) == 64)
    #expect(try recorder.run("evidence", "a.csv", "--into", file, "--kind", "csat9") == 64)
    #expect(try recorder.run("evidence", "a.csv", "--into", file, "--map", "nonsense") == 64)
    #expect(try recorder.run("evidence", folder.path + "/none.csv", "--into", file) == 2)
    #expect(try text(file) == document)
  }

  @Test func whatCannotBeChangedWithoutHarmIsTold() throws {
    let folder = try TemporaryFolder()
    let anchored =
      "journey: A\ntouchpoints: {pay: {name: Pay}}\nevidence: &e\n  - {method: survey}\nx-e: *e\n"
    let file = try folder.file("a.journey.yaml", anchored)
    let recorder = Recorder()
    let code = try recorder.run(
      "evidence", "-", "--into", file, input: "touchpoint,answer\npay,4\n")
    #expect(code == 2)
    #expect(
      recorder.errors.contains(
        "a.journey.yaml:4: 'evidence' cannot be changed: this part has an anchor ('&'), by which other "
          + "places repeat it; write it out where it is repeated, and remove the anchor\n"))
    #expect(try text(file) == anchored)
  }
}
