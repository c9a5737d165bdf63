/// Which columns a log has, and how their times are read.
struct ColumnPlan: Sendable {
  /// The columns that are used.
  var columns: [LogReport.Column]
  /// Reads the times.
  var times = TimeParser()
  /// Reads when intervals began.
  var begans = TimeParser()

  /// Whether the log has a column.
  func has(_ role: LogOptions.Role) -> Bool {
    columns.contains { $0.role == role }
  }
}
