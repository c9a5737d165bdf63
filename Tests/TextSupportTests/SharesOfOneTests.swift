import Testing
import TextSupport

@Suite("Shares that stand side by side")
struct SharesOfOneTests {
  @Test(
    "stay as they are read alone where these add up, else have a decimal",
    arguments: [
      ([0.755, 0.245], ["75.5%", "24.5%"]), ([0.51, 0.49], ["51%", "49%"]),
      ([0.508, 0.492], ["51%", "49%"]), ([0.074, 0.926], ["7.4%", "92.6%"]),
      ([0.733, 0.1915, 0.0755], ["73.3%", "19.1%", "7.6%"]),
      ([0.6, 0.4, 0], ["60%", "40%", "0%"]), ([1, 0], ["100%", "0%"]),
      ([0.9999, 0.0001], [">99.9%", "<0.1%"]),
      ([0.7552, 0.2446, 0.0002], ["76%", "24%", "<0.1%"]),
    ] as [([Double], [String])])
  func examples(shares: [Double], texts: [String]) {
    #expect(NumberText.percents(shares) == texts)
  }

  @Test("a third each: the tenth that is missing goes to one of them")
  func thirds() {
    let third = 1.0 / 3
    #expect(NumberText.percents([third, third, third]) == ["33.4%", "33.3%", "33.3%"])
  }

  @Test("what is not the whole is read alone")
  func parts() {
    #expect(NumberText.percents([0.755, 0.147]) == ["76%", "15%"])
    #expect(NumberText.percents([]) == [] && NumberText.percents([0.755]) == ["76%"])
    #expect(NumberText.percents([.nan, 0.5]).count == 2)
  }

  @Test("parts of a share add up to what it reads as")
  func ofTotal() {
    #expect(NumberText.percents([0.655, 0.125], of: 0.78) == ["65.5%", "12.5%"])
    #expect(NumberText.percents([0.726, 0.063], of: 0.789) == ["72.6%", "6.3%"])
    #expect(NumberText.percents([0.73, 0.06], of: 0.79) == ["73%", "6%"])
  }

  @Test("random shares: what is read adds up, and none is off by a tenth")
  func random() throws {
    var state: UInt64 = 20_260_101
    func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / Double(1 << 53)
    }
    var decimals = 0
    for _ in 0..<4_000 {
      let parts = (0..<2 + Int(next() * 4)).map { _ in 0.01 + next() }
      let sum = parts.reduce(0, +)
      let shares = parts.map { $0 / sum }
      let texts = NumberText.percents(shares)
      let read = texts.map { Double($0.dropLast()) ?? .nan }
      #expect(abs(read.reduce(0, +) - 100) < 1e-9, "\(shares) \(texts)")
      let isAlone = texts == shares.map(NumberText.percent)
      if !isAlone {
        decimals += 1
        for (share, value) in zip(shares, read) { #expect(abs(share * 100 - value) < 0.1) }
      }
    }
    #expect(decimals > 400)
  }
}
