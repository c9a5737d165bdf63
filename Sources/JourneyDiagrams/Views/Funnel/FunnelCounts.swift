import JourneyAnalysis
import JourneyModel

/// How many customers the document itself counts on their way through a funnel.
///
/// Shares leave out who is still under way, so a share of all who start is no count. What is
/// counted are ways: those into the end, and those into a step from before it, as long as nobody
/// comes there twice.
struct FunnelCounts {
  private let flow: [Transition]
  private let subject: Subject
  private let persona: PersonaID?

  /// Reads a subject.
  init(_ subject: Subject) {
    self.subject = subject
    flow = subject.journey.flow
    persona = subject.analysis.persona
  }

  /// How many were counted into completion; nil when some of them were not counted.
  func completed(share: Double) -> Int? {
    sum(flow.filter { $0.target == .end(.completed) }, share: share)
  }

  /// How many were counted to come to a step or further; nil when some of them were not counted, or
  /// when who was there can come there again.
  func reached(_ step: FunnelSteps.Step, of steps: [FunnelSteps.Step]) -> Int? {
    // The step of those who end before the first one has no touchpoints: everybody starts there.
    guard !step.members.isEmpty else {
      return sum(flow.filter { $0.source == .start }, share: step.reached)
    }
    let inside = Set(steps.drop { $0.id != step.id }.flatMap(\.members))
    guard !comesBack(to: inside) else { return nil }
    let arriving = flow.filter { transition in
      guard case .touchpoint(let target) = transition.target, inside.contains(target) else {
        return false
      }
      if case .touchpoint(let source) = transition.source { return !inside.contains(source) }
      return true
    }
    return sum(arriving, share: step.reached)
  }

  /// Whether a way leads out of some touchpoints and back to them.
  private func comesBack(to inside: Set<TouchpointID>) -> Bool {
    var ways: [TouchpointID: [TouchpointID]] = [:]
    for transition in flow {
      guard case .touchpoint(let source) = transition.source,
        case .touchpoint(let target) = transition.target
      else { continue }
      ways[source, default: []].append(target)
    }
    var open = inside.flatMap { ways[$0] ?? [] }.filter { !inside.contains($0) }
    var seen = Set(open)
    while let place = open.popLast() {
      for next in ways[place] ?? [] {
        if inside.contains(next) { return true }
        if seen.insert(next).inserted { open.append(next) }
      }
    }
    return false
  }

  /// The customers on some ways; nil when one has a share, or when the picture shows others than
  /// those counted, as where everybody's ways stand in for a persona's.
  private func sum(_ transitions: [Transition], share: Double) -> Int? {
    var total = 0
    for transition in transitions {
      for traffic in amounts(transition) {
        guard case .customers(let count) = traffic.amount else { return nil }
        let (sum, isTooLarge) = total.addingReportingOverflow(count)
        guard !isTooLarge else { return nil }
        total = sum
      }
    }
    guard let started = subject.analysis.started else { return nil }
    let missing = share * started - Double(total)
    // Who is under way is in the share as if going on like the others, and in no count.
    let underWay = (subject.analysis.ends?.underWay ?? 0) * started
    return missing > -0.5 && missing < underWay + 0.5 ? total : nil
  }

  private func amounts(_ transition: Transition) -> [Transition.Traffic] {
    switch transition.traffic {
    case .everyone(let traffic): [traffic]
    case .each(let entries):
      entries.filter { persona == nil || $0.persona == persona }.map(\.value)
    }
  }
}
