/// What was counted of one way in one segment, by all threads together.
struct FlowFigure {
  /// Stands for everybody where segments are numbered.
  static let everyone = -1

  var segment: Int
  /// As ``FlowTable`` numbers them.
  var source: Int
  var target: Int
  var count: Int
  var times: EventCounts.Times?
}
