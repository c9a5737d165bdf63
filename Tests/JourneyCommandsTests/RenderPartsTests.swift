import Foundation
import JourneyKit
import JourneyTestSupport
import Testing

@testable import JourneyCommands

/// The parts that drawing many documents is made of.
@Suite struct RenderPartsTests {
  @Test func whatIsWrittenIsRead() throws {
    var drawn = DrawnDocument()
    drawn.source = Fingerprint([1, 2, 3])
    drawn.id = "größe"
    drawn.status = .usage
    drawn.words = "one\ntwo\0three"
    drawn.pictures = [
      [.init(name: "a.map.svg", bytes: Array(0...255))],
      [
        .init(name: "a.1.png", part: "1", bytes: []), .init(name: "a.2.png", part: "2", bytes: [0]),
      ],
    ]
    #expect(try DrawnDocument(bytes: drawn.bytes) == drawn)
    let job = RenderJob(document: "a\nb", requests: [0, 7])
    #expect(try RenderJob(bytes: job.bytes) == job)
  }

  @Test func garbledBytesAreRefused() throws {
    var drawn = DrawnDocument()
    drawn.pictures = [[.init(name: "a.map.svg", bytes: Array(0...255))]]
    let bytes = drawn.bytes
    for count in bytes.indices {
      #expect(throws: GarbledBytes.self) { try DrawnDocument(bytes: Array(bytes[..<count])) }
    }
    #expect(throws: GarbledBytes.self) {
      try RenderJob(bytes: Array(repeating: 0xFF, count: 64))
    }
  }

  @Test(arguments: [
    "Match Pattern has 24 elts", "\\000",
    "\\376ENRUOJ\\365" + String(repeating: "\\177", count: 8),
    "\\376ENRUOJ\\365\\003\\000\\000\\000\\000\\000\\000\\000abc",
  ])
  func aWorkerThatCannotBeUnderstoodIsLost(said: String) throws {
    let folder = try TemporaryFolder()
    let ready = "\\376ENRUOJ\\365\\000\\000\\000\\000\\000\\000\\000\\000"
    let padded = said == "\\000" ? String(repeating: said, count: 16) : said
    let orders = WorkerOrders(arguments: [], asOf: .epoch, isErrorColored: false)
    // It has read its orders and the beginning of a document by then.
    let wait = "head -c \(orders.bytes.count + 17) > /dev/null"
    for (name, script) in [
      ("first", "printf '\(padded)'"),
      ("idle", "printf '\(ready)\(padded)'"),
      ("later", "printf '\(ready)'\n\(wait)\nprintf '\(padded)'"),
    ] {
      let worker = try folder.program(name, "\(script)\nexec sleep 60\n")
      let pool = WorkerPool(
        program: WorkerProgram(path: worker, arguments: []),
        orders: orders, size: 1)
      var told: [String] = []
      let start = ContinuousClock.now
      let left = pool.draw([RenderJob(document: "a", requests: [0])]) { told.append($1.words) }
      #expect(ContinuousClock.now - start < .seconds(30))
      let lost =
        "journey: cannot draw a: the process that drew it is gone; it said what cannot be "
        + "understood\n"
      switch name {
      case "first": #expect(left.map(\.document) == ["a"] && told == [])
      case "later": #expect(left == [] && told == [lost])
      // Whether it had the document already is a matter of luck; that it ends is not.
      default: #expect(left.count + told.count == 1)
      }
    }
  }

  @Test func aRenamedDocumentKeepsItsId() throws {
    let folder = try TemporaryFolder()
    let (first, second) = (try folder.document(1), "\(folder.path)/b.journey.yaml")
    let other = try folder.document(2)
    let recorder = ToldWords()
    let console = Console(
      output: { _ in }, error: { recorder.add($0) }, input: { [] }, today: .epoch)
    var figures = FigureOptions()
    (figures.asOf, figures.persona) = (.epoch, nil)
    func plan(_ documents: [String]) throws -> RenderPlan {
      try RenderPlan(
        documents: documents,
        pictures: [PictureRequest(view: .map, options: DrawingOptions(), format: .svg)],
        output: "\(folder.path)/out/")
    }
    var run = RenderRun(
      try plan([first, other]), figures: figures,
      settings: .init(isOneOfMany: true), console: console)
    #expect(run.draw() == .fine)
    #expect(rename(first, second) == 0)
    run.plan = try plan([second, other])
    #expect(run.draw([second]) == .fine)
    #expect(run.pictures == 1)
    #expect(recorder.text == "")
    // One that takes an id away from another that did not change: the other one's loss is told.
    let third = try folder.file(
      "a.journey.yaml", smallJourney.replacing("id: returning-shoes", with: "id: j2"))
    run.plan = try plan([third, second, other])
    #expect(run.draw([third]) == .badInput)
    #expect(recorder.text.contains("\(other): its id 'j2' is that of \(third) too"))
  }

  @Test func whatTheEnvironmentAddsToFontsAndLibrariesCounts() throws {
    let folder = try TemporaryFolder()
    for name in ["config", "data/fonts", "lib"] { try Files.makeFolder("\(folder.path)/\(name)") }
    let variables = [
      "FONTCONFIG_FILE": "\(folder.path)/fonts.conf", "FONTCONFIG_PATH": "\(folder.path)/config",
      "XDG_DATA_DIRS": "/nowhere:\(folder.path)/data", "LD_LIBRARY_PATH": "\(folder.path)/lib",
      "LD_PRELOAD": "\(folder.path)/one.so \(folder.path)/two.so",
    ]
    func look() -> Fingerprint { Surroundings.fingerprint(program: nil) { variables[$0] } }
    var seen: Set = [Surroundings.fingerprint(program: nil) { _ in nil }]
    #expect(seen.insert(look()).inserted)
    #expect(look() == look())
    for name in [
      "fonts.conf", "config/local.conf", "data/fonts/a.ttf", "lib/libpango.so.0", "two.so",
    ] {
      for text in ["a", "bb"] {
        _ = try folder.file(name, text)
        #expect(seen.insert(look()).inserted, "\(name)")
      }
    }
  }

  @Test func oneOtherByteOrPlaceIsAnotherFingerprint() {
    let bytes = (0..<100).map { UInt8($0) }
    var seen: Set = [Fingerprint(bytes)]
    for index in bytes.indices {
      var other = bytes
      other[index] ^= 1
      #expect(seen.insert(Fingerprint(other)).inserted)
      #expect(seen.insert(Fingerprint(Array(bytes[..<index]))).inserted)
    }
    var (a, b) = (Fingerprint(), Fingerprint())
    a.add("ab")
    a.add("c")
    b.add("a")
    b.add("bc")
    #expect(a != b)
    // Indexes that were written by one machine are read by others.
    #expect(Fingerprint(Array("journey".utf8)).value == Fingerprint(Array("journey".utf8)).value)
  }

  @Test func progressIsOneShortLine() {
    #expect(
      ProgressLine.text(done: 412, of: 1000, failed: 0, after: .milliseconds(200))
        == "drawing 412 of 1,000")
    #expect(
      ProgressLine.text(done: 412, of: 1000, failed: 3, after: .seconds(8))
        == "drawing 412 of 1,000 · 3 failed · about 12 s left")
    #expect(
      ProgressLine.text(done: 1, of: 100, failed: 0, after: .seconds(3))
        == "drawing 1 of 100 · about 5 min left")
  }
}
