import TextSupport

/// How many customers, by what the document calls them.
enum CustomerText {
  /// So many customers.
  ///
  /// Of what a document calls them only the plural is known, so that a single one is `patients: 1`.
  ///
  /// - Parameters:
  ///   - count: How many.
  ///   - customers: What they are called.
  /// - Returns: Such as `930 patients`, or `1 customer`.
  static func counted(_ count: Double, _ customers: String) -> String {
    let number = NumberText.fixed(count, 0)
    guard number == "1" else { return "\(number) \(customers)" }
    return customers == "customers" ? "1 customer" : "\(customers): 1"
  }
}
