/// What a text looks like that may be a time.
enum TimeShape: Hashable {
  /// A time that can be read in one way only.
  case clear
  /// A date whose day may come first or second, by its first two numbers.
  case undecided
  /// A number.
  case number
  /// No time.
  case other

  /// The shape of a text.
  init(_ text: String) {
    var parser = TimeParser()
    self = Array(text.utf8).withUnsafeBytes { bytes in
      if parser.microseconds(bytes) != nil { return .clear }
      if WrittenTime(bytes).number() != nil { return .number }
      for order in LogOptions.DateOrder.allCases {
        parser.order = order
        if parser.microseconds(bytes) != nil { return .undecided }
      }
      return .other
    }
  }
}
