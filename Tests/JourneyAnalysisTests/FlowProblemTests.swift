import JourneyAnalysis
import JourneyModel
import JourneyTestSupport
import Testing

/// Flow that does not add up: the words beside the flow that causes them.
@Suite("Flow problems")
struct FlowProblemTests {
  /// A flow and what is said about it.
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var flow: [String]
    var personas: [String] = []
    var expected: [String]

    var testDescription: String { name }
  }

  @Test("Every problem is named with its place and how to mend it", arguments: cases)
  func texts(_ example: Case) {
    let journey = Journey.sketch(example.flow, personas: example.personas)
    let found = journey.flowProblems().map { diagnostic in
      "\(diagnostic.severity.rawValue) \(diagnostic.id) at \(diagnostic.path): "
        + "\(diagnostic.summary) | \(diagnostic.fix ?? "")"
    }
    #expect(found == example.expected)
  }

  @Test("A flow with an error is not analysed; one with warnings is", arguments: cases)
  func analysis(_ example: Case) {
    let journey = Journey.sketch(example.flow, personas: example.personas)
    let problems = journey.flowProblems()
    if problems.containsErrors {
      #expect(throws: InvalidJourney.self) { try journey.analyzed(asOf: .epoch) }
    } else {
      #expect(throws: Never.self) { try journey.analyzed(asOf: .epoch) }
    }
  }

  static let cases: [Case] = [
    Case(
      name: "a flow in order",
      flow: ["start -> a: 10", "a -> completed: 7", "a -> left: 3"], expected: []),
    Case(
      name: "no start",
      flow: ["a -> left: 10"],
      expected: [
        "error no-start at flow: nobody starts: no transition from 'start'"
          + " | say in 'start -> a' how many begin there"
      ]),
    Case(
      name: "nobody at the start",
      flow: ["start -> a: 0", "a -> left: 0"],
      expected: [
        "error no-start at flow.start -> a: nobody starts"
          + " | say in 'start -> a' how many begin there"
      ]),
    Case(
      name: "a start by shares",
      flow: ["start -> a: 40%", "start -> b: 60%", "a -> left: 3", "b -> completed: 7"],
      expected: []),
    Case(
      name: "counts and shares",
      flow: ["start -> a: 10", "a -> left: 10%", "a -> completed: 9"],
      expected: [
        "error mixed-amounts at flow.a -> completed: counts and shares are mixed in the"
          + " transitions from 'a'"
          + " | give all transitions from 'a' as counts, or all as shares"
      ]),
    Case(
      name: "shares that miss ten points",
      flow: ["start -> log-in: 10", "log-in -> completed: 72.5%", "log-in -> diverted: 17.5%"],
      expected: [
        "error share-sum at flow.log-in -> completed: shares from 'log-in' sum to 90%, not"
          + " 100%"
          + " | add 'log-in -> left: 10%'"
      ]),
    Case(
      name: "shares that miss some and have leaving",
      flow: ["start -> a: 10", "a -> completed: 85%", "a -> left: 5%"],
      expected: [
        "error share-sum at flow.a -> completed: shares from 'a' sum to 90%, not 100%"
          + " | change 'a -> left' from 5% to 15%"
      ]),
    Case(
      name: "shares above 100 %",
      flow: ["start -> a: 10", "a -> completed: 92%", "a -> left: 20%"],
      expected: [
        "error share-sum at flow.a -> completed: shares from 'a' sum to 112%, not 100%"
          + " | change 'a -> left' from 20% to 8%"
      ]),
    Case(
      name: "shares above 100 % without leaving",
      flow: ["start -> a: 10", "a -> completed: 92%", "a -> diverted: 20.25%"],
      expected: [
        "error share-sum at flow.a -> completed: shares from 'a' sum to 112.25%, not 100%"
          + " | take 12.25% from the transitions of 'a'"
      ]),
    Case(
      name: "shares above 100 % by more than leaving",
      flow: ["start -> a: 10", "a -> completed: 92%", "a -> diverted: 20%", "a -> left: 5%"],
      expected: [
        "error share-sum at flow.a -> completed: shares from 'a' sum to 117%, not 100%"
          + " | take 17% from the transitions of 'a'"
      ]),
    Case(
      name: "shares within half a point",
      flow: ["start -> a: 10", "a -> completed: 33.3%", "a -> left: 33.3%", "a -> ended: 33.3%"],
      expected: [
        "note shares-rescaled at flow.a -> completed: shares from 'a' sum to 99.9%, rescaled"
          + " to 100%"
          + " | change 'a -> left' from 33.3% to 33.4%"
      ]),
    Case(
      name: "rescaled shares bring everybody",
      flow: ["start -> a: 1000", "a -> b: 99.5%", "b -> completed: 1000"],
      expected: [
        "note shares-rescaled at flow.a -> b: shares from 'a' sum to 99.5%, rescaled to 100%"
          + " | add 'a -> left: 0.5%'"
      ]),
    Case(
      name: "shares exactly half a point off",
      flow: ["start -> a: 10", "a -> completed: 70.5%", "a -> left: 30%"],
      expected: [
        "note shares-rescaled at flow.a -> completed: shares from 'a' sum to 100.5%,"
          + " rescaled to 100%"
          + " | change 'a -> left' from 30% to 29.5%"
      ]),
    Case(
      name: "shares just beyond half a point",
      flow: ["start -> a: 10", "a -> completed: 99.499999999%"],
      expected: [
        "error share-sum at flow.a -> completed: shares from 'a' sum to 99.499999999%, not"
          + " 100%"
          + " | add 'a -> left: 0.500000001%'"
      ]),
    Case(
      name: "a tiny exit is exact",
      flow: ["start -> a: 10", "a -> a: 99.9999999999%", "a -> left: 0.0000000001%"],
      expected: []),
    Case(
      name: "more go on than arrive",
      flow: ["start -> a: 10", "a -> completed: 12"],
      expected: [
        "error outflow-above-inflow at flow.a -> completed: 12 go on from 'a', but only 10"
          + " arrive"
          + " | add 2 to the transitions into 'a', or take 2 from those out of it"
      ]),
    Case(
      name: "more go on than shares bring",
      flow: ["start -> a: 1000", "a -> b: 82%", "a -> left: 18%", "b -> completed: 821"],
      expected: [
        "error outflow-above-inflow at flow.b -> completed: 821 go on from 'b', but only 820"
          + " arrive"
          + " | add 1 to the transitions into 'b', or take 1 from those out of it"
      ]),
    Case(
      name: "rounding of a share is no problem",
      flow: ["start -> a: 917", "a -> b: 82%", "a -> left: 18%", "b -> completed: 752"],
      expected: []),
    Case(
      name: "nothing leads on",
      flow: ["start -> a: 755"],
      expected: [
        "warning inferred-left at touchpoints.a: 755 counted as having left: nothing leads"
          + " on from 'a'"
          + " | add 'a -> left: 755', or say where else they went"
      ]),
    Case(
      name: "fewer go on than arrive",
      flow: ["start -> no-news: 1000", "no-news -> log-in: 930", "log-in -> completed: 930"],
      expected: [
        "warning inferred-left at touchpoints.no-news: 70 counted as having left: 1000 come"
          + " to 'no-news', 930 go on"
          + " | add 'no-news -> left: 70', or say where else they went"
      ]),
    Case(
      name: "nothing leads on and nobody was counted",
      flow: ["start -> a: 100%"],
      expected: [
        "warning inferred-left at touchpoints.a: everybody who comes to 'a' counted as"
          + " having left: nothing leads on from there"
          + " | add 'a -> completed: 100%' or 'a -> left: 100%'"
      ]),
    Case(
      name: "part of a customer arrives",
      flow: ["start -> a: 1001", "a -> b: 50%", "a -> left: 50%"],
      expected: [
        "warning inferred-left at touchpoints.b: 500.5 counted as having left: nothing leads"
          + " on from 'b'"
          + " | add 'b -> left: 100%', or say where else they went"
      ]),
    Case(
      name: "a loop of counts",
      flow: ["start -> a: 10", "a -> b: 25", "b -> a: 15", "b -> completed: 10"],
      expected: []),
    Case(
      name: "a loop of shares feeds counts",
      flow: [
        "start -> a: 100", "a -> b: 100%", "b -> a: 50%", "b -> c: 50%", "c -> completed: 99",
      ],
      expected: [
        "warning inferred-left at touchpoints.c: 1 counted as having left: 100 come to 'c',"
          + " 99 go on"
          + " | add 'c -> left: 1', or say where else they went"
      ]),
    Case(
      name: "a set without a way out",
      flow: ["start -> a: 10", "a -> b: 100%", "b -> c: 100%", "c -> b: 100%"],
      expected: [
        "error no-way-out at touchpoints.b: no way out of 'b' and 'c'"
          + " | add a transition to an end, such as 'b -> left'"
      ]),
    Case(
      name: "a set of counts without a way out",
      flow: ["start -> a: 100%", "a -> b: 5", "b -> a: 5"],
      expected: [
        "error no-way-out at touchpoints.a: no way out of 'a' and 'b'"
          + " | add a transition to an end, such as 'a -> left'"
      ]),
    Case(
      name: "a long way round",
      flow: ["start -> a: 100%", "a -> b: 100%", "b -> c: 100%", "c -> d: 100%", "d -> a: 100%"],
      expected: [
        "error no-way-out at touchpoints.a: no way out of 'a', 'b', 'c' and 1 more"
          + " | add a transition to an end, such as 'a -> left'"
      ]),
    Case(
      name: "only under way",
      flow: ["start -> a: 10", "a -> under-way: 10"],
      expected: [
        "warning only-under-way at touchpoints.a: the only way out of 'a' is 'under-way',"
          + " counted as ended with unknown outcome"
          + " | add a transition to an end as soon as somebody reaches one"
      ]),
    Case(
      name: "only under way in a set",
      flow: [
        "start -> a: 10", "a -> b: 20", "b -> a: 15", "a -> under-way: 5", "b -> under-way: 5",
      ],
      expected: [
        "warning only-under-way at touchpoints.a: the only way out of 'a' and 'b' is"
          + " 'under-way', counted as ended with unknown outcome"
          + " | add a transition to an end as soon as somebody reaches one"
      ]),
    Case(
      name: "under way right from the start",
      flow: ["start -> under-way: 5", "start -> a: 0"],
      expected: [
        "warning unreachable at touchpoints.a: nobody reaches 'a'"
          + " | add a transition to 'a' from the touchpoint before it",
        "warning only-under-way at flow: the only way out of 'start' is 'under-way', counted"
          + " as ended with unknown outcome"
          + " | add a transition to an end as soon as somebody reaches one",
      ]),
    Case(
      name: "some are under way",
      flow: ["start -> a: 10", "a -> under-way: 4", "a -> completed: 6"],
      expected: []),
    Case(
      name: "nobody reaches it",
      flow: ["start -> a: 10", "a -> completed: 10", "b -> left: 100%"],
      expected: [
        "warning unreachable at touchpoints.b: nobody reaches 'b'"
          + " | add a transition to 'b' from the touchpoint before it"
      ]),
    Case(
      name: "nobody reaches it, yet some go on",
      flow: ["start -> a: 10", "a -> completed: 10", "b -> left: 3"],
      expected: [
        "error outflow-above-inflow at flow.b -> left: 3 go on from 'b', but only 0 arrive"
          + " | add 3 to the transitions into 'b', or take 3 from those out of it"
      ]),
    Case(
      name: "everything at once, in order",
      flow: [
        "a -> b: 60%", "a -> left: 20%", "start -> a: 10", "b -> left: 3", "b -> completed: 50%",
        "c -> c: 100%", "d -> left: 1",
      ],
      expected: [
        "error no-way-out at touchpoints.c: no way out of 'c'"
          + " | add a transition to an end, such as 'c -> left'",
        "warning unreachable at touchpoints.c: nobody reaches 'c'"
          + " | add a transition to 'c' from the touchpoint before it",
        "error share-sum at flow.a -> b: shares from 'a' sum to 80%, not 100%"
          + " | change 'a -> left' from 20% to 40%",
        "error mixed-amounts at flow.b -> completed: counts and shares are mixed in the"
          + " transitions from 'b'"
          + " | give all transitions from 'b' as counts, or all as shares",
        "error outflow-above-inflow at flow.d -> left: 1 goes on from 'd', but only 0 arrive"
          + " | add 1 to the transitions into 'd', or take 1 from those out of it",
      ]),
    Case(
      name: "personas' counts add up",
      flow: ["start -> a: {amina: 5, george: 5}", "a -> completed: {amina: 6, george: 4}"],
      personas: ["amina: 50%", "george: 50%"],
      expected: [
        "error outflow-above-inflow at flow.a -> completed: 6 go on from 'a' for 'amina',"
          + " but only 5 arrive"
          + " | add 1 to the transitions into 'a', or take 1 from those out of it"
      ]),
    Case(
      name: "personas' shares",
      flow: [
        "start -> a: 10", "a -> completed: {amina: 60%, george: 50%}",
        "a -> left: {amina: 30%, george: 50%}",
      ],
      personas: ["amina: 50%", "george: 50%"],
      expected: [
        "error share-sum at flow.a -> completed: shares of 'amina' from 'a' sum to 90%, not"
          + " 100%"
          + " | change 'a -> left' for amina from 30% to 40%"
      ]),
    Case(
      name: "personas' shares without leaving",
      flow: ["start -> a: 10", "a -> completed: {amina: 60%, george: 100%}"],
      personas: ["amina: 50%", "george: 50%"],
      expected: [
        "error share-sum at flow.a -> completed: shares of 'amina' from 'a' sum to 60%, not"
          + " 100%"
          + " | add 'a -> left: {amina: 40%}'"
      ]),
    Case(
      name: "personas mix",
      flow: ["start -> a: 10", "a -> completed: {amina: 60%, george: 5}"],
      personas: ["amina", "george"],
      expected: [
        "error mixed-amounts at flow.a -> completed: counts and shares are mixed in the"
          + " transitions from 'a'"
          + " | give all transitions from 'a' as counts, or all as shares"
      ]),
  ]
}
