/// What people answered to a survey about a journey.
public struct Survey: Sendable {}
