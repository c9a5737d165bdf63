import Testing

@testable import JourneyAnalysis

@Suite("Student's t")
struct StudentTTests {
  /// The columns for 90 %, 95 % and 99 %, both sides, of the table in Student's tradition that every
  /// textbook prints: Fisher and Yates, *Statistical Tables* (1963), table III.
  @Test(
    "Quantiles are those of the printed table",
    arguments: [
      (1.0, 6.314, 12.706, 63.657), (2, 2.920, 4.303, 9.925), (3, 2.353, 3.182, 5.841),
      (4, 2.132, 2.776, 4.604), (5, 2.015, 2.571, 4.032), (8, 1.860, 2.306, 3.355),
      (10, 1.812, 2.228, 3.169), (20, 1.725, 2.086, 2.845), (30, 1.697, 2.042, 2.750),
      (60, 1.671, 2.000, 2.660), (120, 1.658, 1.980, 2.617),
    ])
  func table(freedom: Double, ninety: Double, ninetyFive: Double, ninetyNine: Double) {
    let student = StudentT(freedom: freedom)
    #expect((student.quantile(outside: 0.1) - ninety).magnitude < 5.1e-4)
    #expect((student.quantile(outside: 0.05) - ninetyFive).magnitude < 5.1e-4)
    #expect((student.quantile(outside: 0.01) - ninetyNine).magnitude < 5.1e-4)
  }

  @Test(
    "Quantiles agree with scipy, fractions of degrees too",
    arguments: [
      (1, 6.313751514675037),
      (1.5, 3.70518082009675),
      (2, 2.9199855803537242),
      (3, 2.3533634348018233),
      (4.4, 2.0773632817160532),
      (8, 1.8595480375308973),
      (49, 1.6765508926168535),
      (1000.0, 1.6463788172854643),
      (1_000_000, 1.6448551507220404),
    ])
  func quantiles(freedom: Double, expected: Double) {
    #expect(relativeError(Confidence.quantile(freedom: freedom), expected) < 1e-8)
  }

  @Test(
    "Tails agree with scipy",
    arguments: [
      (1, 1, 0.5000000000000001),
      (1, 12.7, 0.050024327689344165),
      (2.5, 0.1, 0.9278065440624897),
      (4, 2.776, 0.05002277831997642),
      (8, 5, 0.0010528257933665399),
      (30, 1.7, 0.09947787558851685),
      (10, 20, 2.1460623172042518e-9),
      (8, 200, 4.3718514432139259e-16),
      (300.5, 40, 2.2181746861963459e-122),
      (300.5, 2.5, 0.012952213998176445),
      (1_000_000, 1.96, 0.04999606758526985),
    ])
  func tails(freedom: Double, t: Double, expected: Double) {
    #expect(relativeError(StudentT(freedom: freedom).twoSidedTail(t), expected) < 1e-8)
    #expect(relativeError(StudentT(freedom: freedom).twoSidedTail(-t), expected) < 1e-8)
  }

  @Test("One, two and four degrees of freedom have closed forms")
  func closed() {
    for tail in [0.5, 0.1, 0.02] {
      let p = tail / 2
      // t₂ = (1 − 2p) / √(2p(1 − p)); the tail of t₄ is 1 − sin θ (1 + ½ cos² θ), tan θ = t/2.
      let two = (1 - 2 * p) / (2 * p * (1 - p)).squareRoot()
      #expect(relativeError(StudentT(freedom: 2).quantile(outside: tail), two) < 1e-9)
      let four = StudentT(freedom: 4).quantile(outside: tail)
      let sine = four / (4 + four * four).squareRoot()
      #expect(relativeError(1 - sine * (1 + (1 - sine * sine) / 2), tail) < 1e-9)
    }
    #expect(relativeError(StudentT(freedom: 1).twoSidedTail(1), 0.5) < 1e-12)
  }

  @Test("Quantile and tail are inverse, fall with the degrees, and end at the normal distribution")
  func laws() {
    var last = Double.infinity
    for freedom in [1, 1.2, 2, 3.7, 9, 33, 120, 4e3, 1e5, 1e7, 1e9] {
      let student = StudentT(freedom: freedom)
      let quantile = student.quantile(outside: 0.1)
      #expect(quantile < last)
      #expect(quantile >= Confidence.quantile)
      #expect(relativeError(student.twoSidedTail(quantile), 0.1) < 1e-7)
      #expect(student.twoSidedTail(0) == 1)
      #expect(student.twoSidedTail(1e200) == 0)
      last = quantile
    }
    #expect(relativeError(last, Confidence.quantile) < 1e-14)
    #expect(StudentT(freedom: 0).freedom == 1)
  }
}
