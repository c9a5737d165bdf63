import Testing
import TextSupport

@Suite struct NumberTextTests {
  @Test(arguments: [
    (-1.6, 1, "\u{2212}1.6"), (0.04, 1, "0.0"), (-0.04, 1, "0.0"), (12_345.678, 2, "12,345.68"),
    (999_999.5, 0, "1,000,000"), (0.5, 0, "1"), (-0.5, 0, "\u{2212}1"), (1e20, 0, "1e+20"),
  ])
  func fixed(value: Double, decimals: Int, text: String) {
    #expect(NumberText.fixed(value, decimals) == text)
  }

  @Test func plusMarksPositiveNumbersOnly() {
    #expect(NumberText.fixed(0.7, 1, plus: true) == "+0.7")
    #expect(NumberText.fixed(0, 1, plus: true) == "0.0")
    #expect(NumberText.fixed(-0.7, 1, plus: true) == "\u{2212}0.7")
  }

  @Test(arguments: [
    (0.0, "0%"), (1.0, "100%"), (0.0001, "<0.1%"), (0.99999, ">99.9%"), (0.544, "54%"),
    (0.05, "5%"), (0.0512, "5.1%"), (0.997, "99.7%"), (0.0995, "10%"),
  ])
  func percent(share: Double, text: String) {
    #expect(NumberText.percent(share) == text)
  }

  @Test func percentIsNeverBareZeroOrWholeForWhatIsNeither() {
    for step in 1..<100_000 {
      let text = NumberText.percent(Double(step) / 100_000)
      #expect(text != "0%" && text != "0.0%" && text != "100%" && text != "100.0%", "\(step)")
    }
  }

  @Test(arguments: [
    (0.0, "0 s"), (59, "59 s"), (90, "1.5 min"), (240, "4 min"), (5400, "1.5 h"), (432_000, "5 d"),
  ])
  func durations(seconds: Double, text: String) {
    #expect(DurationText.of(seconds: seconds) == text)
  }
}
