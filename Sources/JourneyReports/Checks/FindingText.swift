import JourneyAnalysis
package import JourneyGuardrails
package import JourneyModel
import TextSupport

/// What is said about a finding, in words.
package struct FindingText: Sendable {
  /// The finding.
  package let finding: Finding
  private let journey: Journey?

  /// The most characters of a quote that are shown.
  private static let longestQuote = 100
  /// The most quotes that are shown.
  private static let mostQuotes = 2

  /// Prepares to put a finding into words.
  ///
  /// - Parameters:
  ///   - finding: The finding.
  ///   - journey: The journey it is about, for names and units; nil when it is about a policy.
  package init(_ finding: Finding, in journey: Journey?) {
    self.finding = finding
    self.journey = journey
  }

  /// What belongs to it, each with what it is: the touchpoint, the figure, who owns it, what
  /// customers said, who waived it, how to mend it.
  package var details: [(label: String, text: String)] {
    var details: [(label: String, text: String)] = []
    func add(_ label: String, _ text: String?) {
      if let text, !text.isEmpty { details.append((label, TextTable.printable(text))) }
    }
    add("touchpoint", touchpoints)
    add("figure", figure)
    add("owner", finding.owner ?? (finding.touchpoint == nil ? nil : "nobody"))
    add("said", said)
    add("waived", finding.waiver.map(Self.words))
    add("fix", finding.fix)
    return details
  }

  /// What is wrong in the first line, and what belongs to it in one line each.
  package var message: String {
    ([TextTable.printable(finding.summary)] + details.map { "\($0.label): \($0.text)" })
      .joined(separator: "\n")
  }

  /// What it does to the check, in a word.
  package var word: String {
    switch finding.level {
    case .fails: "fails"
    case .waived: "waived"
    case .note: finding.id == "better" ? "better" : "note"
    }
  }

  /// White space around and between words as one space.
  ///
  /// - Parameter text: As a document writes it; nil for nothing.
  /// - Returns: The text; nil for nothing.
  static func oneLine(_ text: String?) -> String? {
    text.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
  }

  // MARK: - Parts

  private var touchpoints: String? {
    guard let touchpoint = finding.touchpoint else { return nil }
    return ([touchpoint] + finding.alsoAbout).map(name).joined(separator: ", ")
  }

  /// The names of its touchpoints alone; nil for the whole journey.
  package var touchpointNames: String? {
    guard let touchpoint = finding.touchpoint else { return nil }
    return TextTable.printable(
      ([touchpoint] + finding.alsoAbout).map { journey?[touchpoint: $0]?.name ?? $0.rawValue }
        .joined(separator: ", "))
  }

  private func name(_ id: TouchpointID) -> String {
    // A policy may speak of several journeys.
    let full = finding.isInPolicy || journey == nil ? "\(finding.journey)/\(id)" : id.rawValue
    guard let name = journey?[touchpoint: id]?.name, name != id.rawValue else { return full }
    return "\(name) (\(full))"
  }

  /// The figure with its interval and its limit: `heat 512 per 1,000, 430 to 590 at 90 %, limit 300`.
  package var figure: String? {
    if let tally = finding.tally { return counted(tally) }
    guard let figure = finding.figure else { return nil }
    let measure = figure.measure
    var parts: [String] = []
    if let estimate = finding.estimate, estimate.value.isFinite {
      parts.append("\(measure.word) \(value(estimate.value, of: measure))\(per(measure.unit))")
      parts.append(interval(estimate, of: measure, isCompared ? " now" : ""))
    } else if finding.limit != nil {
      parts.append("\(measure.word) \(finding.estimate == nil ? "not known" : "never")")
    }
    if let limit = finding.limit {
      parts.append("\(against) \(value(limit, of: measure))")
    }
    return parts.joined(separator: ", ")
  }

  /// What the limit is called.
  var against: String {
    isCompared && finding.id != Guardrail.Rule.noBrightSpotLost.rawValue ? "baseline" : "limit"
  }

  func per(_ unit: Figure.Unit) -> String {
    unit == .perThousand ? " per 1,000 \(journey?.customers ?? "customers")" : ""
  }

  /// Whether it was held against a baseline instead of a limit.
  var isCompared: Bool {
    ["better", Guardrail.Rule.notWorse.rawValue, Guardrail.Rule.noBrightSpotLost.rawValue]
      .contains(finding.id)
  }

  /// The interval of the figure itself; `now` says so where the difference from another was judged.
  private func interval(
    _ estimate: Estimate, of measure: Figure.Measure, _ when: String
  ) -> String {
    var low = estimate.low.map { value($0, of: measure) }
    var high = estimate.high.map { value($0, of: measure) }
    if low == high, measure.unit == .share, estimate.low != estimate.high {
      // Many customers make narrow intervals.
      low = estimate.low.map { NumberText.fixed($0 * 100, 1) + "%" }
      high = estimate.high.map { NumberText.fixed($0 * 100, 1) + "%" }
    }
    return switch (low, high) {
    case (let low?, let high?): "90 % interval\(when) \(low) to \(high)"
    case (let low?, nil): "90 % interval\(when) \(low) or more"
    case (nil, let high?): "90 % interval\(when) \(high) or less"
    case (nil, nil): "how sure is unknown"
    }
  }

  private func value(_ value: Double, of measure: Figure.Measure) -> String {
    switch measure.unit {
    case .share: NumberText.percent(value)
    case .score:
      NumberText.fixed(value, 2, plus: measure == .gap || (journey?.scale.low ?? 0) < 0)
    case .perThousand: NumberText.fixed(value, value.magnitude < 10 ? 1 : 0)
    case .seconds: DurationText.of(seconds: value)
    case .count: NumberText.fixed(value, 1)
    }
  }

  private var said: String? {
    guard !finding.said.isEmpty else { return nil }
    let shown = finding.said.prefix(Self.mostQuotes).map { "“\(Self.shortened($0))”" }
    let rest = finding.said.count - shown.count
    return shown.joined(separator: " ") + (rest > 0 ? " and \(rest) more" : "")
  }

  /// A text cut at a word.
  private static func shortened(_ text: String) -> String {
    guard text.count > longestQuote else { return text }
    let head = text.prefix(longestQuote - 1)
    let cut = head.lastIndex(of: " ").map { head[..<$0] } ?? head
    return cut.trimmingSuffix { $0 == "," || $0 == "." || $0 == " " } + "…"
  }

  /// Who waived it, why and until when; what is missing is said.
  private static func words(_ waiver: Waiver) -> String {
    func said(_ text: String?) -> String? { oneLine(text).flatMap { $0.isEmpty ? nil : $0 } }
    var parts = ["by \(said(waiver.by) ?? "nobody")"]
    parts.append("approved by \(said(waiver.approvedBy) ?? "nobody")")
    if let trade = waiver.tradedFor { parts.append("traded for \(trade.rawValue)") }
    parts.append(waiver.until.map { "until \($0)" } ?? "without an end")
    return parts.joined(separator: ", ") + (said(waiver.why).map { ": \($0)" } ?? "")
  }
}

extension Substring {
  fileprivate func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> String {
    var rest = self
    while let last = rest.last, isTrimmed(last) { rest.removeLast() }
    return String(rest)
  }
}
