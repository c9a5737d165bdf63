import GraphvizKit
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// What goes wrong is said, in the library's words, and nowhere but in the thrown error.
@Suite struct MessageTests {
  private func failure(
    _ dot: String, engine: Graphviz.Engine = .dot, format: Graphviz.Format = .svg
  ) -> GraphvizError? {
    #expect(throws: GraphvizError.self) {
      try Graphviz.shared.render(dot, engine: engine, format: format) as Graphviz.Output
    }
  }

  @Test func syntaxError() throws {
    let error = try #require(failure("digraph { a -> -> b }"))
    #expect(error.code == .syntaxError)
    #expect(error.messages.map(\.text) == ["syntax error in line 1 near '->'"])
    #expect(error.dot == "digraph { a -> -> b }")
    #expect(
      error.description
        == """
        The DOT text is malformed (syntax error in line 1 near '->'): quote every name with \
        DOT.quoted and every label with DOT.label.
        """)
  }

  @Test func malformedHTMLLabel() throws {
    let error = try #require(failure("digraph { a [label=<<b>hi</i>>] }"))
    #expect(error.code == .layoutFailed)
    #expect(error.messages.count == 1)
    #expect(error.description.contains("mismatched tag in line 1"))
    #expect(error.description.contains("in label of node a"))
  }

  @Test func unknownEngineAndFormat() throws {
    let engine = try #require(Graphviz.Engine(rawValue: "dott"))
    let byArgument = try #require(failure("graph { a }", engine: engine))
    #expect(byArgument.code == .unknownEngine)
    #expect(byArgument.description.contains("\"dott\" not recognized"))
    #expect(try #require(failure("graph { layout=nonsense a }")).code == .unknownEngine)
    let format = try #require(Graphviz.Format(rawValue: "svgg"))
    #expect(try #require(failure("graph { a }", format: format)).code == .unknownFormat)
  }

  @Test(arguments: ["", "  \n", "// only a comment\n", "graph { a } graph { b }"])
  func notOneGraph(dot: String) throws {
    #expect(try #require(failure(dot)).code == .notOneGraph)
  }

  @Test func nulCharacter() throws {
    #expect(try #require(failure("graph { a \0 b }")).code == .invalidText)
  }

  @Test func warningsComeWithTheResult() throws {
    let output = try Graphviz.shared.render("digraph { a [shape=nonsense] }", format: .svg)
    #expect(output.messages.map(\.description) == ["warning: using box for unknown shape nonsense"])
    // Another name, since the library warns of each unknown shape once a process.
    let geometry = try Graphviz.shared.layout("digraph { a [shape=rubbish] }")
    #expect(geometry.messages.map(\.text) == ["using box for unknown shape rubbish"])
    #expect(try Graphviz.shared.render("graph { a }", format: .svg).messages.isEmpty)
  }

  /// Messages longer than the library's buffer crashed the process up to 2.43.
  @Test(arguments: [100, 1023, 1024, 5000, 100_000])
  func longMessages(length: Int) throws {
    let name = String(repeating: "x", count: length)
    let dot = "digraph { \(name) [width=0.1, height=0.1, fixedsize=true] }"
    let messages = try Graphviz.shared.render(dot, format: .plain).messages
    #expect(messages.count == 1)
    #expect(messages.allSatisfy { $0.text.contains(name) })
  }

  /// Whatever a text leaves open, the next one is read as if there had been none.
  @Test(arguments: [
    "/* open", "digraph { a } /* open", "digraph { a } \"open", "digraph { a } <open",
    "digraph { a } " + String(repeating: "<", count: 1000), "digraph { a } }{",
    "digraph { a [label=\"",
    "digraph { a [label=<<b>", "digraph { /* ", "digraph { a } digraph { b [label=\"",
  ])
  func nothingIsLeftForTheNextText(dot: String) throws {
    _ = try? Graphviz.shared.render(dot, format: .plain)
    let geometry = try Graphviz.shared.layout("graph { next }")
    #expect(geometry.nodes.map(\.name) == ["next"])
  }

  @Test func namesAreAllowListed() {
    for name in [
      "", "dot;", "DOT", "do t", "dot:", "../dot", "döt", String(repeating: "a", count: 65),
    ] {
      #expect(Graphviz.Engine(rawValue: name) == nil)
    }
    for name in ["", "svg ", "x11", "xlib", "svg:gtk", "svg/png", "SVG"] {
      #expect(Graphviz.Format(rawValue: name) == nil)
    }
    #expect(Graphviz.Format(rawValue: "png:cairo")?.rawValue == "png:cairo")
  }

  @Test func versionIsKnown() throws {
    #expect(try Graphviz.shared.version.first?.isNumber == true)
  }

  /// In a process of its own, so that everything it prints is seen.
  @Test func nothingIsPrinted() async throws {
    let result = try await #require(
      processExitsWith: .success, observing: [\.standardErrorContent, \.standardOutputContent]
    ) {
      let broken = [
        "digraph { a -> -> b }", "digraph { a [label=<<b>hi</i>>] }", "graph { layout=nonsense a }",
        "digraph { a [shape=nonsense, color=nonsense, style=nonsense, fontname=\"No Such Font\"] }",
        "digraph { a -> b [headport=nonsense] splines=nonsense }", "",
      ]
      for dot in broken { _ = try? Graphviz.shared.render(dot, format: .svg) as Graphviz.Output }
      _ = try Graphviz.shared.render("graph { a }", format: .png) as Graphviz.Output
    }
    #expect(String(decoding: result.standardErrorContent, as: UTF8.self) == "")
    #expect(!String(decoding: result.standardOutputContent, as: UTF8.self).contains("nonsense"))
  }

  #if canImport(Glibc)
    /// A library that finds no plugins: every engine is unknown, which helps nobody.
    @Test func libraryWithoutPlugins() async throws {
      let result = try await #require(
        processExitsWith: .success, observing: [\.standardErrorContent]
      ) {
        setenv("GVBINDIR", "/nowhere", 1)
        for _ in 0..<2 {
          let error = #expect(throws: GraphvizError.self) { try Graphviz.shared.version }
          #expect(error?.code == .libraryUnavailable)
          #expect(error?.description.contains("apt-get install graphviz") == true)
        }
      }
      #expect(String(decoding: result.standardErrorContent, as: UTF8.self) == "")
    }
  #endif
}
