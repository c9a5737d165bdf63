import JourneyModel

extension Subject {
  /// What people call another journey: its id as words, since its title stands in its own document.
  func name(ofJourney id: JourneyID) -> String {
    guard id != journey.id else { return journey.title }
    return String(id.rawValue.map { $0 == "-" || $0 == "_" ? " " : $0 })
  }
}
