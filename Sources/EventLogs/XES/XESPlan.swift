/// Which attributes of an XES log say what.
struct XESPlan: Sendable {
  /// Where something is said.
  struct Place: Sendable {
    /// The slot among the attributes of events; nil: events do not say it.
    var event: Int?
    /// The slot among the attributes of traces; nil: traces do not say it.
    var trace: Int?
    /// What holds where an event does not say it; empty: nothing.
    var fallback: [UInt8] = []
    /// What holds where the trace does not say it either; empty: nothing.
    var traceFallback: [UInt8] = []
  }

  /// The attributes of events that are looked for.
  var eventKeys = XESKeys([])
  /// The attributes of traces that are looked for.
  var traceKeys = XESKeys([])
  /// Where the log says whose events they are; nil of a trace without name.
  var customer = Place()
  /// Where it says what was touched: several are joined with `+`.
  var touchpoint: [Place] = []
  /// Where it says when; nil: it has no times.
  var time: Place?
  /// Where it says when an interval began.
  var began: Place?
  /// Where it says what orders events of the same time.
  var sequence: Place?
  var channel: Place?
  var persona: Place?
  var stage: Place?
  var felt: Place?
  /// Where it says which part of a life cycle an event tells.
  var lifecycle: Place?
  /// Reads times.
  var times = TimeParser()
  /// Whether the file says that it is UTF-8; else it is Windows-1252.
  var isUTF8 = true
  /// Names that were told, each with where they are looked for; they must be found somewhere.
  var told: [(role: LogOptions.Role, name: String, place: Place)] = []
}
