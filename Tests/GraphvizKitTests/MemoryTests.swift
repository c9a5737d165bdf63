import GraphvizKit
import Testing

#if canImport(Glibc)
  import Glibc

  /// In processes of their own, so that other tests do not count.
  @Suite struct MemoryTests {
    /// Nothing stays: one kept graph would be 2,900 bytes, one kept drawing 1,200.
    @Test func tenThousandRendersLeaveNothing() async {
      await #expect(processExitsWith: .success) {
        expectGrowth(below: 500, renders: 10_000, of: "digraph { a -> b }")
      }
    }

    /// The library forgets what `dot` made for clusters and labels on edges: 4,700 bytes here
    /// (2.42).
    ///
    /// A kept graph would be 5,200 bytes more.
    @Test func clustersLeaveWhatTheLibraryForgets() async {
      await #expect(processExitsWith: .success) {
        let dot = "digraph { subgraph cluster_a { a -> b } b -> c [label=x] }"
        expectGrowth(below: 7_200, renders: 3_000, of: dot)
      }
    }

    @Test func tenThousandErrorsLeaveNothing() async {
      await #expect(processExitsWith: .success) {
        expectGrowth(below: 500, renders: 5_000, of: "digraph { a -> b; a -> -> b }")
        expectGrowth(below: 500, renders: 5_000, of: "digraph { a [label=<<b>x</i>>] }")
      }
    }
  }

  /// Ends the process, which is one that an exit test started to measure nothing else, if a render
  /// leaves more bytes behind than allowed.
  private func expectGrowth(below limit: Int, renders: Int, of dot: String) {
    func render() { _ = try? Graphviz.shared.render(dot, format: .svg) }
    for _ in 0..<500 { render() }
    let before = residentBytes()
    for _ in 0..<renders { render() }
    let growth = (residentBytes() - before) / renders
    guard growth < limit else { fatalError("grew by \(growth) bytes a render") }
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
