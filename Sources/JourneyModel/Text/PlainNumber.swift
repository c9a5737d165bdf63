extension Double {
  /// The shortest text that reads back as this number, without `.0` on whole numbers.
  package var plainText: String {
    if let whole = Int(exactly: self), magnitude < 1e15 { return String(whole) }
    return "\(self)"
  }
}
