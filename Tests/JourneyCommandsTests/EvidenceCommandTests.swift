import Foundation
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
        journey: Answers look like 1 to 5 (likert5), high is good; say otherwise with --kind. They are put on the journey's scale, 1 to 5.
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

  @Test func decisionsOutliveAnotherReading() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("shop.journey.yaml", document)
    let survey = try folder.file(
      "answers.csv", "touchpoint,answer,comment\npay,3,New\npay,4,Quick\n")
    let review = try folder.file(
      "review.csv", "keep,touchpoint,quote\nyes,pay,Quick\nyes,pay,Gone\n")
    let recorder = Recorder()
    #expect(try recorder.run("evidence", survey, "--into", file, "--quotes", review) == 0)
    let table = try text(review)
    #expect(table.contains("no,,pay,New,0") && table.contains("yes,,pay,Quick,0"))
    #expect(table.contains("yes,,pay,Gone,"))
    #expect(
      recorder.errors.contains(
        """
        journey: 1 decision of the table that was there is carried over.
        journey: 1 decision of it is on words that the survey does not have any more, and stands at \
        the end; remove what is not to be kept.
        """))
    let forced = Recorder()
    #expect(
      try forced.run("evidence", survey, "--into", file, "--quotes", review, "--force") == 0)
    #expect(try text(review).contains("no,,pay,Quick,0") && !text(review).contains("Gone"))
  }

  @Test func whatIsReadIsNotWrittenOver() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("shop.journey.yaml", document)
    let rows = "touchpoint,answer,comment\npay,4,Quick\npay,x,\n"
    let survey = try folder.file("answers.csv", rows)
    let link = folder.path + "/link.csv"
    try #require(symlink(survey, link) == 0)
    for (flag, path) in [
      ("--rejects", survey), ("--rejects", link), ("--rejects", file), ("--quotes", survey),
      ("--quotes", link), ("--quotes", folder.path + "/./answers.csv"), ("--output", survey),
    ] {
      let recorder = Recorder()
      #expect(
        try recorder.run("evidence", survey, "--into", file, "--max-rejects", "1", flag, path) != 0)
      #expect(recorder.errors.contains("\(flag) would replace the "), "\(recorder.errors)")
    }
    let twice = Recorder()
    let one = folder.path + "/one.csv"
    #expect(
      try twice.run("evidence", survey, "--into", file, "--rejects", one, "--quotes", one) != 0)
    #expect(twice.errors.contains("--rejects and --quotes are one file; name two"))
    let other = try folder.file("notes.csv", "a,b\n1,2\n")
    let notes = Recorder()
    #expect(try notes.run("evidence", survey, "--into", file, "--quotes", other) != 0)
    #expect(notes.errors.contains("this is no review of quotes"))
    #expect(try text(survey) == rows && text(file) == document && text(other) == "a,b\n1,2\n")
  }

  @Test(arguments: ["0", "-3", "4.5", "99999999999999999999999", "9223372036854775807", "many"])
  func howManyWereAskedIsANumberOfPeople(asked: String) throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("shop.journey.yaml", document)
    let survey = try folder.file("answers.csv", "touchpoint,answer\npay,4\n")
    let recorder = Recorder()
    #expect(try recorder.run("evidence", survey, "--into", file, "--asked=\(asked)") == 64)
    #expect(
      recorder.errors.contains(
        "--asked takes a number of people from 1 to 10,000,000,000, not '\(asked)'."))
  }

  @Test func answersThatMayCountTwiceAreTold() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file(
      "shop.journey.yaml",
      document + """
        evidence:
          - {about: log-in, method: survey, n: 2, felt: 4, source: answers.csv}
          - {about: pay, method: survey, n: 2, felt: 4.5, sd: 0.71, source: export.csv}

        """)
    let survey = try folder.file("answers.csv", "touchpoint,answer\npay,4\npay,5\n")
    let recorder = Recorder()
    #expect(try recorder.run("evidence", survey, "--into", file) == 0)
    #expect(
      recorder.errors.contains(
        """
        journey: 1 piece of evidence from the same source is of an earlier run and not of this one, and \
        stays: 'log-in' (survey). Remove what is no longer true, so that no answer counts twice.
        journey: The document has the same scores of as many people from 'export.csv'. Where that is \
        this survey under another name, remove it there, or give --source, so that no answer counts twice.
        """), "\(recorder.errors)")
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
