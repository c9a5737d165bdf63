import JourneyFormats
import JourneyModel
import Testing

/// What written documents look like; that they read back as they were is `RoundTripTests`' affair.
@Suite struct WriterTests {
  /// A document as the writer would write it; reading and writing it changes nothing.
  static let document = """
    journey: Getting my test results
    id: test-results
    state: as-is
    scale: {low: -2, high: 2}
    customers: patients
    period: 2026-03-01..2026-08-31
    ends: {completed: reach their results}
    hotspots: {at-least: 150}

    personas:
      amina: {name: Amina, about: waiting for the first time, share: 70%, goals: [know if I am ill]}
      george: {name: George, role: patient, share: 30%}

    channels:
      web: {name: Patient portal, kind: digital}
      silence: {name: Silence, kind: none}

    stages: [Test, Wait, Find out]

    touchpoints:
      no-news:
        name: No news
        stage: Wait
        channel: silence
        felt: {amina: -1.8, george: {mean: -1, n: 84, sd: 0.8}}
        believed: [{mean: 0.4, n: 9, by: leadership}, -1]
        quotes: [I kept refreshing my phone at 3 a.m., {text: "Nothing, again", consent: true}]
        pains: [No date, "yes, really", "a: b"]
        moment-of-truth: true
        wait: 5d

      log-in: {name: Log in, stage: Find out, channel: web, felt: -1.2, believed: 0.9}
      call: {stage: Wait}

    flow:
      start -> no-news: 1000
      no-news -> log-in: {customers: 930, time: 5d, label: "at last: a text"}
      no-news -> left: 70
      log-in -> completed: {amina: 81.2%, george: 90%}
      log-in -> left: {amina: 18.8%, george: 10%}

    evidence:
      - {about: no-news, method: interview, n: 42, felt: -1.7, sd: 0.8, date: 2026-05-10}

    decisions:
      - insight: Patients read silence as bad news
        about: no-news
        decision: Send a "still in the lab" text on day 2
        status: verified
        reached: {who: Clinical board, on: 2026-03-27}
        outcome: {before: -1.6, after: {mean: -0.9, n: 120}}
    x-note: {a: [1, true, null], b: "1"}

    """

  @Test func yamlLooksWrittenByHand() throws {
    let reading = JourneyReader.read(Self.document, name: "test-results.journey.yaml")
    let journey = try #require(reading.journey, "\(reading.explanation)")
    #expect(JourneyWriter.text(of: journey, format: .yaml) == Self.document)
  }

  @Test func jsonHasTheSameKeys() {
    let journey = Journey(
      id: "a", title: "A \"title\"\n",
      touchpoints: [Touchpoint(id: "b", felt: .everyone(.init(mean: 1)))])
    #expect(
      JourneyWriter.text(of: journey, format: .json) == #"""
        {
          "journey": "A \"title\"\n",
          "id": "a",
          "scale": {
            "low": -2,
            "high": 2
          },
          "touchpoints": {
            "b": {
              "felt": 1
            }
          }
        }

        """#)
  }
}
