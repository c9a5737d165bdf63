import JourneyModel

extension ClinicJourney {
  /// The clinic with flow that adds up, so that the figures themselves can be had.
  static func sound() -> Journey {
    var journey = make()
    for index in journey.flow.indices
    where journey.flow[index].source == .touchpoint("text")
      && journey.flow[index].target == .touchpoint("log-in")
    {
      journey.flow[index].traffic = .everyone(.init(.customers(660)))
    }
    return journey
  }
}
