import JourneyAnalysis
import JourneyModel
import Testing

@testable import JourneyGuardrails

/// Thresholds judge the interval, not the point.
@Suite("Judgement of an interval")
struct JudgementTests {
  private func judge(
    _ estimate: Estimate, _ side: Side, _ fails: Guardrail.Failure
  ) -> RuleContext.Judgement {
    RuleContext.judge(estimate, 10, side, fails)
  }

  @Test("What is surely bad fails when the whole interval is beyond the limit")
  func surelyBad() {
    #expect(judge(Estimate(12, low: 10.5, high: 14), .atMost, .surelyBad) == .breaks)
    #expect(judge(Estimate(12, low: 9, high: 14), .atMost, .surelyBad) == .keeps)
    #expect(judge(Estimate(12, low: 10, high: 14), .atMost, .surelyBad) == .keeps)
    #expect(judge(Estimate(12, low: nil, high: 14), .atMost, .surelyBad) == .unsure)
    #expect(judge(Estimate(8, low: nil, high: nil), .atMost, .surelyBad) == .keeps)
    #expect(judge(Estimate(12, low: 11, high: nil), .atMost, .surelyBad) == .breaks)
    #expect(judge(Estimate(12, low: 0, high: nil), .atMost, .surelyBad) == .unsure)
    #expect(judge(Estimate(8, low: 0, high: nil), .atMost, .surelyBad) == .keeps)
    #expect(judge(Estimate(8, low: nil, high: 20), .atLeast, .surelyBad) == .unsure)
    #expect(judge(Estimate(8, low: 6, high: 9.5), .atLeast, .surelyBad) == .breaks)
    #expect(judge(Estimate(8, low: 6, high: 10.5), .atLeast, .surelyBad) == .keeps)
    #expect(judge(Estimate(8, low: 6, high: nil), .atLeast, .surelyBad) == .unsure)
  }

  @Test("What is not surely good fails when any of the interval is beyond the limit, or open")
  func notSurelyGood() {
    #expect(judge(Estimate(8, low: 6, high: 10.5), .atMost, .notSurelyGood) == .breaks)
    #expect(judge(Estimate(8, low: 6, high: 10), .atMost, .notSurelyGood) == .keeps)
    #expect(judge(Estimate(8, low: 6, high: nil), .atMost, .notSurelyGood) == .breaks)
    #expect(judge(Estimate(12, low: 9, high: 14), .atLeast, .notSurelyGood) == .breaks)
    #expect(judge(Estimate(12, low: 10, high: 14), .atLeast, .notSurelyGood) == .keeps)
    #expect(judge(Estimate(12, low: nil, high: nil), .atLeast, .notSurelyGood) == .breaks)
  }

  @Test("A figure that is the limit but for rounding keeps it")
  func rounding() {
    let sum = 0.1 + 0.2
    #expect(
      RuleContext.judge(Estimate(sum, low: sum, high: sum), 0.3, .atMost, .notSurelyGood) == .keeps)
  }

  @Test("Numbers are told apart from their limit, and no more")
  func numerals() {
    let heat = Numerals(.perThousand, limit: 300)
    #expect(heat.text(312.4) == "312")
    #expect(heat.text(300.4) == "300.4")
    #expect(heat.text(300) == "300")
    #expect(heat.text(1234.5) == "1,235")
    let share = Numerals(.share, limit: 0.2)
    #expect(share.limitText == "20%")
    #expect(share.text(0.2513) == "25%")
    #expect(share.text(0.2004) == "20.04%")
    #expect(share.text(0.0512) == "5.1%")
    let score = Numerals(.score, limit: 0)
    #expect(score.text(-1.6) == "−1.6")
    #expect(score.text(-0.04) == "−0.04")
    #expect(score.limitText == "0")
    let time = Numerals(.seconds, limit: 172_800)
    #expect(time.limitText == "2 d")
    #expect(time.text(200_000) == "2.3 d")
    #expect(Numerals(.seconds, limit: 3600).limitText == "1 h")
    #expect(Numerals(.seconds, limit: 5400).limitText == "1.5 h")
    #expect(Numerals(.seconds, limit: 600).text(630) == "10.5 min")
    #expect(Numerals(.seconds, limit: 0).text(60) == "60 s")
    #expect(Numerals(.count, limit: 3).text(4.25) == "4.3")
  }

  @Test("An interval is told from the side that decides")
  func intervals() {
    let numerals = Numerals(.share, limit: 0.2)
    let estimate = Estimate(0.25, low: 0.22, high: 0.29)
    #expect(numerals.text(estimate, .atMost, .surelyBad).interval == " (at least 22%)")
    #expect(numerals.text(estimate, .atMost, .notSurelyGood).interval == " (22% to 29%)")
    #expect(numerals.text(estimate, .atLeast, .surelyBad).interval == " (at most 29%)")
    let open = Estimate(0.25, low: 0.22)
    #expect(
      numerals.text(open, .atMost, .notSurelyGood, why: "no counts").interval
        == " (22% or more: no counts)")
    #expect(
      numerals.text(Estimate(0.25), .atMost, .notSurelyGood, why: "no counts").interval
        == " (no counts)")
    // Rounded as wherever the figure is told, and never to the limit's other side.
    let fine = Numerals(.perThousand, limit: 300)
    let heat = Estimate(312.6, low: 304.9, high: 320.1)
    #expect(fine.text(heat, .atMost, .surelyBad) == ("313", " (at least 305)"))
    #expect(fine.text(heat, .atMost, .notSurelyGood).interval == " (305 to 320)")
    #expect(
      fine.text(Estimate(312, low: 300.9, high: 320), .atMost, .surelyBad).interval
        == " (at least 301)")
    #expect(fine.text(300.4) == "300.4")
    let odd = Numerals(.perThousand, limit: 300.3)
    #expect(odd.text(300.4) == "300.4")
    #expect(odd.text(300.2) == "300")
    #expect(Numerals(.perThousand, limit: 300.7).text(300.6) == "300.6")
    let exact = Estimate(0.25, low: 0.25, high: 0.25)
    #expect(numerals.text(exact, .atMost, .surelyBad).interval == "")
    #expect(numerals.text(exact, .atMost, .notSurelyGood).interval == "")
  }

  @Test("Every rule but the two over all journeys is judged by a type of its own")
  func table() {
    let judges = Guardrail.Rule.allCases.compactMap(\.judge).map { "\(type(of: $0))" }
    #expect(Set(judges).count == Guardrail.Rule.allCases.count - 2)
    #expect(Guardrail.Rule.allCases.filter { $0.judge == nil } == [.noBrightSpotLost, .notWorse])
  }
}
