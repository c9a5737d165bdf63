import JourneyModel
import Testing

@Suite struct ScaleTests {
  static let scales = [
    Scale.standard, Scale(low: 1, high: 5), Scale(low: 0, high: 10, neutral: 7),
    Scale(low: 1, high: 7, isInverted: true), Scale(low: 0, high: 100),
  ]

  @Test(arguments: scales)
  func theNeutralScoreIsZeroAndTheEndsAreWithinOne(scale: Scale) {
    #expect(scale.normalized(scale.neutral) == 0)
    let ends = [scale.normalized(scale.low), scale.normalized(scale.high)]
    #expect(ends.map(\.magnitude).max() == 1)
    #expect((ends[0] < ends[1]) == !scale.isInverted)
  }

  @Test(arguments: scales)
  func scoresAndValuesAreInverse(scale: Scale) {
    for step in 0...20 {
      let score = scale.low + (scale.high - scale.low) * Double(step) / 20
      #expect((scale.score(normalized: scale.normalized(score)) - score).magnitude < 1e-12)
      #expect(scale.contains(score))
    }
    #expect(!scale.contains(scale.low - 0.001))
    #expect(!scale.contains(scale.high + 0.001))
    #expect(!scale.contains(.nan))
  }

  @Test func theMiddleIsNeutralUnlessSaid() {
    #expect(Scale(low: 1, high: 5).neutral == 3)
    #expect(Scale(low: 0, high: 10, neutral: 7).unit == 7)
  }
}
