import GraphvizKit
import Testing

#if canImport(Glibc)
  import Glibc

  /// In processes of their own, so that other tests do not count.
  @Suite struct MemoryTests {
    /// Twice what the library itself forgets to free is allowed.
    ///
    /// That is about 3.6 KB a job (2.42); the rest is for other versions and the allocator's waste.
    @Test func tenThousandRendersStaySmall() async {
      await #expect(processExitsWith: .success) {
        let dot = "digraph { a -> b [label=\"x & y\"]; a -> c; b -> d; c -> d; d -> a }"
        for _ in 0..<500 { _ = try Graphviz.shared.render(dot, format: .svg) as Graphviz.Output }
        let before = residentBytes()
        for _ in 0..<10_000 { _ = try Graphviz.shared.render(dot, format: .svg) as Graphviz.Output }
        let grown = residentBytes() - before
        guard grown < 10_000 * 7_200 else { fatalError("grew by \(grown / 10_000) bytes a render") }
      }
    }

    @Test func tenThousandErrorsStaySmall() async {
      await #expect(processExitsWith: .success) {
        var start = 0
        for round in 0..<10_500 {
          if round == 500 { start = residentBytes() }
          _ =
            try? Graphviz.shared.render("digraph { a -> b; a -> -> b }", format: .svg)
            as Graphviz.Output
        }
        let grown = residentBytes() - start
        guard grown < 10_000 * 7_200 else { fatalError("grew by \(grown / 10_000) bytes an error") }
      }
    }
  }

  /// The process's memory in use, from the kernel.
  private func residentBytes() -> Int {
    guard let file = fopen("/proc/self/statm", "r") else { return 0 }
    defer { fclose(file) }
    var line = [UInt8](repeating: 0, count: 256)
    let count = fread(&line, 1, line.count, file)
    let pages = String(decoding: line.prefix(count), as: UTF8.self).split(separator: " ")
    return (Int(pages[1]) ?? 0) * Int(getpagesize())
  }
#endif
