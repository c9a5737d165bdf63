import JourneyModel
import JourneyTestSupport
import Testing

@Suite struct ShareTests {
  @Test(arguments: [
    ("82%", 0.82, "82%"), ("0.5 %", 0.005, "0.5%"), ("100%", 1, "100%"), ("0%", 0, "0%"),
    ("33.30%", 0.333, "33.3%"), ("1e-10%", 1e-12, "0.0000000001%"), ("1e2%", 1, "100%"),
    (".5%", 0.005, "0.5%"), ("5.%", 0.05, "5%"), ("250%", 2.5, "250%"), ("007%", 0.07, "7%"),
    ("1000000%", 10_000, "1000000%"),
  ])
  func percentages(text: String, fraction: Double, written: String) throws {
    let share = try #require(Share(percentage: text))
    #expect(share.fraction == fraction)
    #expect(share.description == written)
    #expect(Share(percentage: share.description) == share)
  }

  @Test(arguments: [
    "", "%", "82", "-5%", "+5%", "a%", "1.2.3%", "5%%", "1e%", "1e-99%", "1000001%", "1,5%", " 5%",
    "99999999999999999999%", "0.00000000000000000001%", "٣%",
  ])
  func whatIsNoShare(text: String) {
    #expect(Share(percentage: text) == nil)
  }

  @Test func equalSharesAreEqualHoweverTheyAreWritten() {
    #expect(Share(percentage: "50%") == Share(percentage: "50.000%"))
    #expect(Share(fraction: 0.5) == Share(percentage: "50%"))
    #expect(Share(percentage: "0.000%") == .zero)
    #expect(Share(percentage: "100.0%") == .whole)
    #expect(Share(fraction: 1e-12) == Share(percentage: "1e-10%"))
    #expect(Share(fraction: -0.1) == nil)
    #expect(Share(fraction: .nan) == nil)
    #expect(Share(fraction: .infinity) == nil)
  }

  @Test func sumsAreExact() throws {
    let thirds = try ["33.3%", "66.7%"].map { try #require(Share(percentage: $0)) }
    #expect(Share.remainder(after: thirds) == .zero)
    let tenths = try Array(repeating: #require(Share(percentage: "10%")), count: 9)
    #expect(Share.remainder(after: tenths) == Share(percentage: "10%"))
    let tiny = try #require(Share(percentage: "0.0000000000000001%"))
    #expect(Share.remainder(after: [tiny])?.description == "99.9999999999999999%")
    #expect(Share.remainder(after: [.whole, tiny]) == nil)
    #expect(Share.remainder(after: []) == .whole)
  }

  @Test func orderIsBySize() throws {
    let shares = try ["0%", "0.1%", "9%", "10%", "33.3%", "33.31%", "100%"]
      .map { try #require(Share(percentage: $0)) }
    #expect(shares.sorted() == shares)
    #expect(shares.shuffled().sorted() == shares)
  }

  @Test(arguments: SeededGenerator.seeds(200))
  func textAndFractionAreThoseOfTheDecimal(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let places = Int.random(in: 0...16, using: &random)
    let digits = Int.random(in: 0...999_999_999, using: &random)
    let text = "\(digits)e-\(places)%"
    guard let share = Share(percentage: text) else {
      #expect(digits > 1_000_000 || places > 16)
      return
    }
    #expect(Share(percentage: share.description) == share)
    #expect(share.fraction == Double("\(digits)e-\(places + 2)"))
  }

  @Test func fractionsOfManyDigitsAreRoundedOnce() throws {
    let share = try #require(Share(percentage: "12.3456789012345678%"))
    #expect(share.fraction == 0.123456789012345678)
    #expect(try #require(Share(percentage: "90.07199254740993%")).fraction == 0.9007199254740993)
  }
}
