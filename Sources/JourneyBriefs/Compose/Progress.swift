import JourneyModel

extension Member {
  /// How far it is with a touchpoint, in a few words: what is on its way there, or that nothing is.
  ///
  /// - Parameters:
  ///   - id: The touchpoint.
  ///   - asOf: The day that dates are judged from.
  /// - Returns: Such as `fix in progress, due 30 Nov 2026`.
  func progress(at id: TouchpointID, asOf: CalendarDate) -> Phrase {
    let all = (decisions[id] ?? []).map { journey.decisions[$0] }
    let running = all.last { [.acting, .decided].contains($0.status) && $0.actedOn == nil }
    if let running {
      let state: Phrase = running.status == .acting ? "fix in progress" : "fix decided"
      guard let due = running.due else { return state }
      return state + (due < asOf ? ", was due \(Say.date(due))" : ", due \(Say.date(due))")
    }
    if all.contains(where: { $0.status == .open }) { return "still to be decided" }
    if all.contains(where: { $0.status == .acting || $0.status == .decided }) {
      return "fix done, not measured yet"
    }
    return "nothing on its way"
  }
}
