import GraphvizKit
import Testing

/// One library, many tasks.
@Suite struct ConcurrencyTests {
  private static func graph(_ number: Int) -> String {
    "digraph numbered { label=\"number \(number)\"; "
      + (0..<8).map { "n\($0) -> n\(($0 * number) % 11);" }.joined() + "}"
  }

  @Test func twoHundredTasksGetTheirOwnPictures() async throws {
    let alone = try (0..<200).map {
      try (Graphviz.shared.render(Self.graph($0), format: .svg) as Graphviz.Output).bytes
    }
    let together = try await withThrowingTaskGroup(of: (Int, [UInt8]).self) { group in
      for number in 0..<200 {
        group.addTask {
          if number % 2 == 0 {
            return (
              number, try await Graphviz.shared.render(Self.graph(number), format: .svg).bytes
            )
          }
          let work = { try Graphviz.shared.render(Self.graph(number), format: .svg).bytes }
          if number % 5 == 0 { _ = try? await Graphviz.shared.layout("digraph { -> }") }
          return (number, try work())
        }
      }
      return try await group.reduce(into: [Int: [UInt8]]()) { $0[$1.0] = $1.1 }
    }
    for number in 0..<200 {
      let isEqual = together[number] == alone[number]
      #expect(isEqual, "graph \(number)")
    }
  }

  @Test func sameTextSameBytes() throws {
    let render = { try Graphviz.shared.render(Self.graph(7), format: .svg).bytes }
    let first = try render()
    for _ in 0..<20 {
      let again = try render()
      #expect(again.elementsEqual(first))
    }
    let layout = { try Graphviz.shared.layout(Self.graph(7)) }
    #expect(try layout() == layout())
  }

  @Test func errorsReachTheTaskThatCausedThem() async throws {
    await #expect {
      try await Graphviz.shared.render("digraph { -> }", format: .svg)
    } throws: {
      ($0 as? GraphvizError)?.code == .syntaxError
    }
  }

  @Test func cancelledTasksDoNotWait() async throws {
    // One graph that takes a while keeps the library busy; 50 tasks wait behind it.
    let slow = "digraph { " + (0..<300).map { "n\($0 % 60) -> n\($0 * 37 % 61);" }.joined() + "}"
    let busy = Task { try await Graphviz.shared.layout(slow) }
    let waiting = (0..<50).map { number in
      Task { try await Graphviz.shared.layout(Self.graph(number)) }
    }
    for task in waiting { task.cancel() }
    var cancelled = 0
    for task in waiting {
      if case .failure(let error as GraphvizError) = await task.result, error.code == .cancelled {
        cancelled += 1
      }
    }
    #expect(cancelled > 0)
    #expect(try await busy.value.nodes.count == 61)
    // A task that is cancelled before it asks gets no answer either.
    let never = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await Graphviz.shared.measure([])
    }
    await #expect { try await never.value } throws: { ($0 as? GraphvizError)?.code == .cancelled }
  }
}
