import JourneyModel
import TextSupport

/// The schema of evidence and decisions.
enum SchemaLedger {
  static var evidence: JSONValue {
    SchemaValues.object(
      EvidenceKey.self, "What somebody found out, and how.", required: [.method]
    ) { key in
      switch key {
      case .about:
        SchemaValues.reference("id").described("The touchpoint; the whole journey unless given.")
      case .method:
        SchemaValues.words(
          Evidence.Method.allCases.map(\.rawValue),
          """
          How it was found out. Scores from complaint, feedback, self-experience and \
          service-immersion never enter a mean.
          """)
      case .n: SchemaValues.reference("count").described("How many customers it comes from.")
      case .felt:
        ["description": "Their mean feeling, on the document's scale.", "type": "number"]
      case .sd: SchemaValues.reference("amount").described("The standard deviation between them.")
      case .persona: SchemaValues.reference("id").described("Which persona they are.")
      case .date: SchemaValues.reference("date").described("When.")
      case .source: SchemaValues.reference("text").described("Where it is kept.")
      case .by: SchemaValues.reference("text").described("The role that met the customers.")
      case .asked:
        SchemaValues.reference("count").described("How many were asked, answers or not.")
      }
    }
  }

  static var decision: JSONValue {
    SchemaValues.object(
      DecisionKey.self, "An insight, and what became of it.", required: [.insight]
    ) { key in
      let date = SchemaValues.reference("date")
      return switch key {
      case .insight: SchemaValues.reference("text").described("What was learnt about customers.")
      case .about:
        SchemaValues.reference("id").described("The touchpoint; the whole journey unless given.")
      case .decision: SchemaValues.reference("text").described("What is to be done.")
      case .owner: SchemaValues.reference("text").described("Who answers for it.")
      case .status:
        SchemaValues.words(Decision.Status.allCases.map(\.rawValue), "How far it has come.")
      case .due: date.described("When it is to be settled.")
      case .found: date.described("When the insight was found.")
      case .reached: reached
      case .decidedOn: date.described("When somebody decided.")
      case .actedOn: date.described("When something was done.")
      case .effort:
        SchemaValues.reference("amount").described("What it takes, in a unit of your own.")
      case .outcome: outcome
      }
    }
  }

  private static var reached: JSONValue {
    SchemaValues.object(ReachedKey.self, "Whom it reached, and when.", required: [.who]) { key in
      switch key {
      case .who: SchemaValues.reference("text").described("The person or group who decides.")
      case .on: SchemaValues.reference("date").described("When.")
      }
    }
  }

  private static var outcome: JSONValue {
    SchemaValues.object(OutcomeKey.self, "The feeling before and after.") { key in
      switch key {
      case .before: SchemaValues.reference("score").described("Before anything was done.")
      case .after: SchemaValues.reference("score").described("Measured again afterwards.")
      case .n:
        SchemaValues.reference("count")
          .described("How many were measured, where before and after do not say it.")
      }
    }
  }
}
