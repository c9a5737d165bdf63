import Testing

@testable import JourneyReports

@Suite("Counted customers in reports")
struct CustomerTextTests {
  @Test(
    "are one or several",
    arguments: [
      (1.0, "customers", "1 customer"), (2, "customers", "2 customers"),
      (0, "customers", "0 customers"), (1, "patients", "patients: 1"),
      (930, "patients", "930 patients"),
    ])
  func counted(count: Double, customers: String, expected: String) {
    #expect(CustomerText.counted(count, customers) == expected)
  }
}
