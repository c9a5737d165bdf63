import JourneyAnalysis
import JourneyModel

/// Figures in a sentence.
enum FigurePhrase {
  /// A figure with its value, such as `31% of those who come here leave`.
  ///
  /// - Parameters:
  ///   - figure: Which figure.
  ///   - value: Its value in words.
  ///   - context: The journey.
  /// - Returns: The sentence, without a full stop.
  static func sentence(_ figure: Figure, _ value: String, in context: RuleContext) -> String {
    let ends = context.journey.ends
    let customers = OneLine.of(context.journey.customers, most: 40)
    let leave = ends.left.map { OneLine.of($0, most: 60) } ?? "leave"
    let complete = ends.completed.map { OneLine.of($0, most: 60) } ?? "complete"
    let isJourney = figure.touchpoint == nil
    switch figure.measure {
    case .completed: return "\(value) of \(customers) \(complete)"
    case .left: return "\(value) of \(customers) \(leave)"
    case .dropOff: return "\(value) of those who come here \(leave)"
    case .heat: return "heat \(value) per 1,000"
    case .felt: return "felt \(value)" + (isJourney ? " over the whole journey" : "")
    case .gap: return MaxGap.words(value) + (isJourney ? ", over the whole journey" : "")
    case .peakEnd: return "peak–end \(value)"
    case .time: return "\(value) from start to end on average"
    case .reliefTime: return "\(value) until relief on average"
    case .reliefSteps: return "\(value) \(value == "1" ? "step" : "steps") until relief on average"
    default: return "\(name(figure)) \(value)"
    }
  }

  /// What a figure is called, such as `drop-off`.
  static func name(_ figure: Figure) -> String {
    switch figure.measure {
    case .completed: "completion"
    case .left: "leaving"
    case .diverted: "going over to another journey"
    case .ended: "ending unknown"
    case .felt: "what is felt"
    case .gap: "the gap between belief and feeling"
    case .peakEnd: "peak–end"
    case .dropOff: "drop-off"
    case .time: "the time from start to end"
    case .reliefTime: "the time to relief"
    case .reliefSteps: "the steps to relief"
    case .reliefChance: "the chance of relief"
    case .completionFromHere: "completion from here"
    case .steps, .heat, .loss, .burden, .pain, .visits, .reach: figure.measure.rawValue
    }
  }
}
