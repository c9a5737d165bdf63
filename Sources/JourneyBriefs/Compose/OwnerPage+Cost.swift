import JourneyAnalysis
import JourneyModel
import TextSupport

extension OwnerPage {
  /// What the owner's touchpoints cost: customers lost, and what they would have been worth.
  var cost: Brief.Section? {
    guard !duties.touchpoints.isEmpty else { return nil }
    var lines: [Phrase] = []
    let journeys = concerned.map {
      (member: $0, lost: lost($0).customers, about: sentences(about: $0))
    }
    let ranked = journeys.filter { !$0.about.isEmpty }.sorted { $1.lost < $0.lost }
    for journey in ranked.prefix(3) { lines += journey.about }
    if ranked.count > 3 {
      let rest = ranked.dropFirst(3)
      let total = rest.reduce(0) { $0 + $1.lost }
      lines.append(
        "\(Say.count(rest.count, "more journey", "more journeys")): "
          + "\(Say.count(total)) lost, as far as known.")
    }
    if ranked.prefix(3).contains(where: { members[$0.member].journey.value != nil }) {
      lines.append("Amounts are as the documents give them: no currency given.")
    }
    return lines.isEmpty ? nil : Brief.Section("What it costs", [.list(lines)])
  }

  private func lost(_ member: Int) -> Member.Loss {
    let all = places(in: member).compactMap { members[member].lost[$0.touchpoint] }
    return Member.Loss(
      customers: all.reduce(0) { $0 + $1.customers },
      isCounted: all.allSatisfy(\.isCounted))
  }

  private func sentences(about number: Int) -> [Phrase] {
    let member = members[number]
    let places = places(in: number)
    guard !places.isEmpty, let ends = member.analysis.ends else { return [] }
    let left = places.reduce(0) { $0 + (member.figures($1.touchpoint)?.left ?? 0) }
    guard left > 0 else { return [] }
    let customers = member.analysis.customers
    var sentence: Phrase
    let there: Phrase =
      places.count == 1
      ? "at \(name(places[0]))" : "at these \(Say.count(places.count)) touchpoints"
    if let started = member.analysis.started {
      let lost = lost(number)
      // Counts are so far, shares are of those whose end is known: never both in one sentence.
      let isWhole = member.underWay == nil
      sentence =
        "Of \(Say.count(started)) \(said: customers) who started \(said: member.journey.title), "
        + "\(strong: lost.text) left \(there) "
        + (isWhole ? "(\(Say.percent(left)))" : "so far")
      if let value = member.journey.value {
        sentence +=
          "; at \(Self.amount(value)) for each who completes that is up to "
          + "\(strong: Self.amount(lost.customers.rounded() * value))"
      }
      sentence += "."
    } else {
      sentence =
        "Of every 1,000 \(said: customers) who start \(said: member.journey.title), "
        + "\(strong: Say.perThousand(1000 * left)) leave \(there)"
      if let value = member.journey.value {
        sentence +=
          "; at \(Self.amount(value)) for each who completes that is up to "
          + "\(strong: Self.amount(1000 * left * value)) per 1,000"
      }
      sentence += "."
    }
    var sentences = [sentence]
    // What could be won at one touchpoint goes through the rest of the journey, not past it.
    let best = places.compactMap { place -> (OwnerIndex.Place, Double)? in
      guard let then = member.figures(place.touchpoint)?.completionIfNobodyLeft else { return nil }
      return (place, then - ends.completed)
    }.max { $0.1 < $1.1 }
    if let (place, gain) = best, gain > 0.0005 {
      let more = Say.perThousand(1000 * gain)
      let shares = Say.change(from: ends.completed, to: ends.completed + gain)
      sentences.append(
        "If nobody left at \(name(place)) and they went on as the others do, \(strong: more) more "
          + "of every 1,000 would complete\(shares.map { " (\($0))" } ?? "").")
    }
    return sentences
  }

  /// An amount in the organisation's own currency, which documents do not name.
  static func amount(_ value: Double) -> String {
    NumberText.fixed(value, 2)
  }
}
