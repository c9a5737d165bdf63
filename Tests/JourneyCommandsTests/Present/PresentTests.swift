import Foundation
import JourneyTestSupport
import Testing

/// `journey present` from outside, as browsers and shells see it.
@Suite struct PresentTests {
  @Test func followsTheDocumentThroughMistakesAndBack() async throws {
    try await onThread {
      let folder = try TemporaryFolder()
      let file = try folder.file("a.journey.yaml", smallJourney)
      let present = try PresentProcess([file, "--port", "0"], in: folder)
      #expect(
        present.told
          == "Presenting Returning shoes at http://127.0.0.1:\(present.port)/ – end with Ctrl-C\n")
      #expect(present.page()?.contains("Returning shoes") == true)
      let client = try present.follower()

      _ = try folder.file("a.journey.yaml", smallJourney + "nonsense: x\n")
      let problem = try #require(client.text(until: "}\n\n"))
      #expect(problem.hasPrefix("event: problem\ndata: {\"text\": \"\(file):18:1: error: "))
      #expect(problem.contains("'nonsense' is not a key of a journey"))
      #expect(!problem.contains("\\u001b"))
      #expect(present.page()?.contains("Returning shoes") == true)
      #expect(eventually { present.told.contains("'nonsense' is not a key of a journey") })

      // As editors save: into another file that then takes the place of this one.
      try smallJourney.replacing("Returning shoes", with: "Boots")
        .write(toFile: file, atomically: true, encoding: .utf8)
      #expect(client.text(until: "}\n\n")?.hasPrefix("event: changed\n") == true)
      #expect(present.page()?.contains("Boots") == true)

      // What it shares is followed too, from when it is there.
      _ = try folder.file("shared.yaml", "personas: 7\n")
      #expect(client.text(until: "}\n\n")?.hasPrefix("event: problem\n") == true)
      try FileManager.default.removeItem(atPath: "\(folder.path)/shared.yaml")
      #expect(client.text(until: "}\n\n")?.hasPrefix("event: changed\n") == true)

      try FileManager.default.removeItem(atPath: file)
      #expect(client.text(until: "}\n\n")?.contains("there is no such file") == true)
      _ = try folder.file("a.journey.yaml", smallJourney)
      #expect(client.text(until: "}\n\n")?.hasPrefix("event: changed\n") == true)
      #expect(present.written.isEmpty)
    }.get()
  }

  @Test func followsTheThemeFileToo() async throws {
    try await onThread {
      let folder = try TemporaryFolder()
      let file = try folder.file("a.journey.yaml", smallJourney)
      let theme = try folder.file("theme.yaml", "base: light\n")
      let present = try PresentProcess([file, "--theme", theme, "--port", "0"], in: folder)
      #expect(present.port > 0, "\(present.told)")
      let client = try present.follower()
      _ = try folder.file("theme.yaml", "base: light\nnonsense: 1\n")
      let problem = try #require(client.text(until: "}\n\n"))
      #expect(problem.hasPrefix("event: problem\ndata: {\"text\": \"\(theme):2:1: error: "))
      _ = try folder.file("theme.yaml", "base: dark\n")
      #expect(client.text(until: "}\n\n")?.hasPrefix("event: changed\n") == true)
    }.get()
  }

  @Test func showsAgainOnlyWhatSaysSomethingElse() async throws {
    try await onThread {
      let folder = try TemporaryFolder()
      let file = try folder.file("a.journey.yaml", smallJourney)
      let theme = try folder.file("theme.yaml", "base: light\n")
      let present = try PresentProcess([file, "--theme", theme, "--port", "0"], in: folder)
      let client = try present.follower()
      // Saved without a change.
      for _ in 0..<3 {
        _ = try folder.file("a.journey.yaml", smallJourney)
        pause(milliseconds: 120)
      }
      // Saved in two steps, as by an editor that empties the file first.
      _ = try folder.file("theme.yaml", "")
      pause(milliseconds: 60)
      _ = try folder.file("theme.yaml", "base: dark\n")
      #expect(client.text(until: "}\n\n")?.hasPrefix("event: changed\n") == true)
      #expect(eventually { present.told.contains("shown again") })
      #expect(present.told.split(separator: "\n").count == 2, "\(present.told)")
    }.get()
  }

  @Test func followsTheLogoOfTheTheme() async throws {
    try await onThread {
      let folder = try TemporaryFolder()
      let file = try folder.file("a.journey.yaml", smallJourney)
      func logo(_ color: String) throws {
        _ = try folder.file(
          "logo.svg",
          "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 20\">"
            + "<rect width=\"40\" height=\"20\" fill=\"\(color)\"/></svg>")
      }
      try logo("red")
      let theme = try folder.file("theme.yaml", "base: light\n")
      let present = try PresentProcess([file, "--theme", theme, "--port", "0"], in: folder)
      #expect(present.port > 0, "\(present.told)")
      let client = try present.follower()
      _ = try folder.file("theme.yaml", "logo: {file: logo.svg}\n")
      #expect(client.text(until: "}\n\n")?.hasPrefix("event: changed\n") == true)
      try logo("blue")
      #expect(client.text(until: "}\n\n")?.hasPrefix("event: changed\n") == true)
    }.get()
  }

  @Test func waitsForADocumentWithMistakesToBeMended() async throws {
    try await onThread {
      let folder = try TemporaryFolder()
      let file = try folder.file(
        "a.journey.yaml", smallJourney + "\"<script>alert(1)</script>\": 1")
      let present = try PresentProcess([file, "--port", "0"], in: folder)
      #expect(present.told.contains("is not a key of a journey"))
      let page = try #require(present.page())
      #expect(page.contains("'&lt;script&gt;alert(1)&lt;/script&gt;' is not a key of a journey"))
      #expect(!page.contains("<script>"))
      let client = try present.follower()
      _ = try folder.file("a.journey.yaml", smallJourney)
      #expect(client.text(until: "event: changed") != nil)
      #expect(present.page()?.contains("<svg") == true)
    }.get()
  }

  @Test(arguments: [SIGINT, SIGTERM]) func endsCleanly(by signal: Int32) async throws {
    try await onThread {
      let folder = try TemporaryFolder()
      let file = try folder.file("a.journey.yaml", smallJourney)
      let present = try PresentProcess([file, "--port", "0"], in: folder)
      let clients = try (0..<20).map { _ in try present.follower() }
      let halfOpen = try RawClient(port: present.port)
      halfOpen.send("GET / HTTP/1.1\r\n")
      let start = secondsNow()
      #expect(present.end(by: signal) == 0)
      // A second is promised; a busy machine may take a while to notice.
      #expect(secondsNow() - start < 5)
      #expect(!RawClient.answers(port: present.port))
      for client in clients { #expect(client.all() == "") }
      #expect(halfOpen.all() == "")
      #expect(present.written.isEmpty)
      #expect(present.told.split(separator: "\n").count == 1)
    }.get()
  }

  @Test func endsCleanlyWhileItDraws() async throws {
    try await onThread {
      let folder = try TemporaryFolder()
      let file = try folder.file("a.journey.yaml", Self.longJourney(title: "Before"))
      let present = try PresentProcess([file, "--port", "0"], in: folder)
      _ = try folder.file("a.journey.yaml", Self.longJourney(title: "After"))
      // Long enough for the change to be seen, too short for it to be drawn.
      pause(milliseconds: 150)
      let start = secondsNow()
      #expect(present.end(by: SIGTERM) == 0)
      #expect(secondsNow() - start < 5)
    }.get()
  }

  @Test func neverTakesTheLastFilesForItsClients() async throws {
    try await onThread {
      let folder = try TemporaryFolder()
      let file = try folder.file("a.journey.yaml", smallJourney)
      let present = try PresentProcess([file, "--port", "0"], in: folder, openFiles: 48)
      var clients = try (0..<80).map { _ in
        let client = try RawClient(port: present.port)
        client.send("GET /events HTTP/1.1\r\nHost: localhost:\(present.port)\r\n\r\n")
        return client
      }
      #expect(clients[0].text(until: "retry:") != nil)
      pause(milliseconds: 200)
      #if os(Linux)
        // Without one to spare, libdispatch ends the process or arms no timers.
        let open = try #require(present.openFiles)
        #expect(open < 40, "\(open) of 48 files are open")
      #endif
      clients.removeAll()
      #expect(present.page()?.hasPrefix("HTTP/1.1 200 OK\r\n") == true)
      #expect(present.end(by: SIGINT) == 0)
    }.get()
  }

  #if os(Linux)
    @Test func keepsNothingOfClientsThatHaveGone() async throws {
      try await onThread {
        let folder = try TemporaryFolder()
        let file = try folder.file("a.journey.yaml", smallJourney)
        let present = try PresentProcess([file, "--port", "0"], in: folder)
        func visit(_ count: Int) throws -> Int {
          for _ in 0..<count { _ = try present.follower() }
          return try #require(present.memory)
        }
        let before = try visit(700)
        let after = try visit(2000)
        #expect(after - before < 2000, "\(after - before) kB for 2000 clients")
      }.get()
    }

    @Test func opensTheBrowserAsAProgramOfItsOwn() async throws {
      try await onThread {
        let folder = try TemporaryFolder()
        let file = try folder.file("a.journey.yaml", smallJourney)
        _ = try folder.program(
          "xdg-open",
          """
          cd '\(folder.path)'
          # By itself: while it starts another program, a shell holds signals back.
          while read -r line; do echo "$line"; done < /proc/$$/status > status.tmp
          echo "$1 $$" >> status.tmp
          mv status.tmp opened.txt

          """)
        let present = try PresentProcess(
          [file, "--port", "0", "--open"], in: folder, programs: folder.path)
        let opened = "\(folder.path)/opened.txt"
        #expect(eventually { FileManager.default.fileExists(atPath: opened) })
        let text = try String(contentsOfFile: opened, encoding: .utf8)
        let last = try #require(text.firstMatch(of: /(http\S+) ([0-9]+)\n/))
        #expect(last.1 == "http://127.0.0.1:\(present.port)/")
        #expect(text.contains(try Regex("NSpgid:\\s+\(last.2)\n")))
        #expect(text.contains(/SigBlk:\s+0000000000000000\n/))
        // Whatever else the tests' own parents ignore, these bits are ours to give back.
        let ignored = try #require(text.firstMatch(of: /SigIgn:\s+([0-9a-f]+)\n/))
        let mask = try #require(UInt64(ignored.1, radix: 16))
        for signal in [SIGINT, SIGTERM, SIGPIPE] { #expect(mask & 1 << UInt64(signal - 1) == 0) }
      }.get()
    }
  #endif

  @Test func saysWhatNoSavingCouldMend() async throws {
    try await onThread {
      let folder = try TemporaryFolder()
      let file = try folder.file("a.journey.yaml", smallJourney)
      let first = try PresentProcess([file, "--port", "0"], in: folder)
      let other = try TemporaryFolder()
      for (arguments, code, words) in [
        (["\(other.path)/no.yaml"], 2, "there is no such file or folder"),
        ([other.path], 2, "it is a folder, not a file"),
        ([file, "--persona", "amin"], 64, "has no persona 'amin'; did you mean 'amina'?"),
        (["-"], 64, "present follows a file; standard input cannot change"),
        ([file, "--port", "65536"], 64, "a port is a number from 0 to 65535, not 65536"),
        (
          [file, "--port", "\(first.port)"], 2,
          "port \(first.port) is taken by another program; choose another with --port, or any that "
            + "is free with --port 0"
        ),
      ] as [([String], Int32, String)] {
        let present = try PresentProcess(arguments, in: other)
        #expect(present.code() == code, "\(arguments)")
        #expect(present.told.contains(words), "\(arguments): \(present.told)")
        #expect(present.written.isEmpty)
      }
    }.get()
  }

  @Test func keepsATitleFromActingOnTheTerminal() async throws {
    try await onThread {
      let folder = try TemporaryFolder()
      let file = try folder.file(
        "a.journey.yaml",
        smallJourney.replacing("Returning shoes", with: "\"Shoes\\e]0;owned\\a\\nPresenting\""))
      let present = try PresentProcess([file, "--port", "0"], in: folder)
      #expect(present.told.hasPrefix("Presenting Shoes␛]0;owned␇␊Presenting at http://127.0.0.1:"))
    }.get()
  }

  /// A journey that takes a while to draw.
  private static func longJourney(title: String) -> String {
    let steps = (0..<60).map { number in
      "  step-\(number): {name: \(title) step \(number), stage: All, felt: -0.5}\n"
    }
    return "journey: \(title)\nid: long\nstages: [All]\ntouchpoints:\n" + steps.joined()
  }
}
