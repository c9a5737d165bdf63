import JourneyDiagrams
import JourneyExport
import Testing

@Suite struct ConcurrencyTests {
  @Test func fiftyPicturesAtOnceAreThoseOfOneAfterTheOther() async throws {
    let pictures = (0..<50).map { index in
      Samples.card(
        ["Number \(index)", "検査 \(index)", "انتظار \(index)"], title: "Picture \(index)",
        theme: index % 2 == 0 ? .light : .dark)
    }
    @Sendable func write(_ index: Int) throws -> [UInt8] {
      switch index % 3 {
      case 0: try PNGWriter().bytes(of: pictures[index])
      case 1: try PDFWriter().bytes(of: pictures[index])
      default: try PNGWriter().bytes(of: try TextOutliner().outlined(pictures[index]))
      }
    }
    let alone = try pictures.indices.map(write)
    let together = try await withThrowingTaskGroup(of: (Int, [UInt8]).self) { group in
      for index in pictures.indices { group.addTask { (index, try write(index)) } }
      return try await group.reduce(into: [Int: [UInt8]]()) { $0[$1.0] = $1.1 }
    }
    for index in pictures.indices { #expect(together[index] == alone[index], "\(index)") }
  }
}
