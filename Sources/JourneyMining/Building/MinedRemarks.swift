import EventCounting
import JourneyModel
import TextSupport

/// What a person should know of a journey that was made of a log, in sentences.
struct MinedRemarks {
  let counts: EventCounts
  let named: NamedEnds
  let arrangement: Arrangement
  let personas: MinedPersonas
  let channels: MinedChannels
  let shown: ShownNames
  let scale: MinedScale?
  let isScaleGiven: Bool
  let flow: MinedFlow

  /// The sentences, what concerns the whole first.
  var all: [String] {
    [
      unit, ends, named.remark, spellings,
      siteLeftOut, stages, mixedStages, gathered, scores, backwards,
      gatheredPersonas,
      unknownPersonas, changedPersonas, disagreeingPersonas, mixedChannels,
    ].compactMap(\.self)
  }

  /// The sentences that are true of a document, too, that only takes the counts.
  var ofMerge: [String] {
    [unit, ends, named.remark, gathered, scores, backwards, changedPersonas, disagreeingPersonas]
      .compactMap(\.self)
  }

  private var unit: String? {
    let (visits, customers) = (counts.everyone.visits, counts.everyone.customers)
    guard visits != customers else { return nil }
    return "The flow counts visits: \(Wording.count(visits, "visit")) of "
      + "\(Wording.count(customers, "customer"))."
  }

  private var ends: String? {
    let ends = counts.everyone.flows.compactMap { flow -> EventCounts.End? in
      if case .end(let end) = flow.target, flow.count > 0 { end } else { nil }
    }
    guard named.diverted.isEmpty, !ends.isEmpty,
      ends.allSatisfy({ $0 == .ended || $0 == .underWay })
    else { return nil }
    return "Nobody said which touchpoints end well, so no visit counts as completed or as left."
  }

  private var spellings: String? { SpellingGroups.remark(counts) }

  private var siteLeftOut: String? {
    let parts = [
      shown.site.map { "the '\($0)' that web addresses begin with" },
      shown.asked.isEmpty
        ? nil : "the '\(shown.asked.joined(separator: "&"))' that all web addresses ask with",
    ].compactMap(\.self)
    return parts.isEmpty ? nil : "Names are shown without \(Wording.list(parts))."
  }

  private var stages: String? {
    guard arrangement.areStagesFound else { return nil }
    return "The \(arrangement.stages.count) stages were found, not given: they part where fewest "
      + "go back and forth, and each has the name of the touchpoint in it that most visits come to."
  }

  private var mixedStages: String? {
    let mixed = counts.touchpoints.count { $0.stages.count > 1 }
    guard mixed > 0 else { return nil }
    return "\(Wording.count(mixed, "touchpoint")) \(mixed == 1 ? "has" : "have") events of several "
      + "stages and \(mixed == 1 ? "stands" : "stand") in the one that most of them name."
  }

  private var gathered: String? {
    let members = arrangement.nodes.filter(\.isGathered).flatMap(\.members)
    guard !members.isEmpty else { return nil }
    let nodes = arrangement.nodes.filter(\.isGathered)
    let events = members.map { counts.everyone.visited[at: $0]?.events ?? 0 }.sum
    let share = Double(events) / Double(max(1, counts.everyone.events))
    return "The \(NumberText.grouped(members.count)) rarest of "
      + "\(NumberText.grouped(counts.touchpoints.count)) touchpoints "
      + "(\(NumberText.percent(share)) of all events) are gathered into \(into(nodes)); "
      + "'x-gathered' names them."
  }

  private func into(_ nodes: [Arrangement.Node]) -> String {
    if nodes.count > 1 { return "\(nodes.count), each within its stage" }
    guard !arrangement.stages.isEmpty, nodes.contains(where: { $0.stage == nil }) else {
      return "1"
    }
    return "1 that stands in no stage, since there are more stages than '--detail' leaves room for"
  }

  private var scores: String? {
    guard let scores = counts.scores else { return nil }
    let (low, high) = (scores.lowerBound.plainText, scores.upperBound.plainText)
    guard let scale else { return "The scores, \(low) to \(high), fit no scale and are left out." }
    let ends = "\(scale.scale.low.plainText) to \(scale.scale.high.plainText)"
    if isScaleGiven {
      let isInside =
        scale.scale.contains(scores.lowerBound) && scale.scale.contains(scores.upperBound)
      return isInside
        ? nil
        : "Scores from \(low) to \(high) lie outside the scale of \(ends); means outside it "
          + "are left out."
    }
    let why = scale.isOwnRange ? "their own range" : "the narrowest usual one that holds them"
    return "The scores, \(low) to \(high), are taken to be on a scale of \(ends), \(why)."
  }

  private var backwards: String? {
    guard flow.backwards > 0 else { return nil }
    return "On \(Wording.count(flow.backwards, "way")) time runs backwards, since the log is "
      + "counted in its own order; the times there are left out."
  }

  private var gatheredPersonas: String? {
    guard personas.gathered > 0 else { return nil }
    return "The \(personas.gathered) rarest personas are gathered into one."
  }

  private var unknownPersonas: String? {
    guard personas.unknown > 0 else { return nil }
    return "Of \(Wording.count(personas.unknown, "customer")) the log names no persona; they go "
      + "as a persona 'Not known', so that counts add up."
  }

  private var changedPersonas: String? {
    let changed = counts.changedPersona
    guard changed > 0 else { return nil }
    return "\(Wording.count(changed, "customer")) \(changed == 1 ? "has" : "have") several "
      + "personas and \(changed == 1 ? "counts" : "count") as the first."
  }

  private var disagreeingPersonas: String? {
    guard personas.parts.count > 1, !flow.isByPersona else { return nil }
    return "The personas' counts do not add up to everybody's, so that the flow has only those."
  }

  private var mixedChannels: String? {
    guard channels.mixed > 0 else { return nil }
    let have = channels.mixed == 1 ? "has" : "have"
    return "\(Wording.count(channels.mixed, "touchpoint")) \(have) events of several channels; the "
      + "document names the most used, 'x-channels' all."
  }
}
