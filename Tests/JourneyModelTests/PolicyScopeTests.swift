import JourneyModel
import Testing

@Suite struct PolicyScopeTests {
  @Test func aNameMeansATouchpointOfAnyJourney() {
    let scope = PolicyScope("log-in")
    #expect(scope.covers("log-in", of: "test-results"))
    #expect(scope.covers("log-in", of: "visa"))
    #expect(!scope.covers("no-news", of: "visa"))
    #expect(!scope.covers(nil, of: "visa"))
  }

  @Test func aJourneyMeansAllInIt() {
    let scope = PolicyScope("visa")
    #expect(scope.covers(nil, of: "visa"))
    #expect(scope.covers("log-in", of: "visa"))
    #expect(!scope.covers("log-in", of: "test-results"))
  }

  @Test func bothMeanOneTouchpoint() {
    let scope = PolicyScope("visa/log-in")
    #expect(scope.covers("log-in", of: "visa"))
    #expect(!scope.covers("log-in", of: "test-results"))
    #expect(!scope.covers(nil, of: "visa"))
    #expect(scope.description == "visa/log-in")
  }
}
