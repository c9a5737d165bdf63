/// An event while it is counted.
struct Item: BitwiseCopyable {
  /// When the customer arrived at it: at its beginning, where that is known.
  var arrival: Int64
  var touchpoint: UInt32
  /// The number of its score; 0: none.
  var felt: UInt32
}

/// What few logs have of an event.
struct Extra: BitwiseCopyable {
  var sequence: Int64
  /// When the customer left it; unknown unless the event is an interval of which both ends are known.
  var left: Int64
  /// Numbers of names; 0: none.
  var channel: UInt32
  var persona: UInt32
  var stage: UInt32
  var part: UInt8
}
