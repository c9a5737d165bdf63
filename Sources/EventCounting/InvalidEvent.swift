/// Why an ``Event`` cannot be counted.
public enum InvalidEvent: Error, Hashable, Sendable, CustomStringConvertible {
  /// It does not say whose it is.
  case noCustomer
  /// It does not say what was touched.
  case noTouchpoint
  /// Its score is infinite or not a number.
  case scoreNotFinite

  /// One sentence.
  public var description: String {
    switch self {
    case .noCustomer: "the event has no customer"
    case .noTouchpoint: "the event has no touchpoint"
    case .scoreNotFinite: "the event's score is not a finite number"
    }
  }
}
