/// Told of what the members of a JSON object hold.
protocol JSONMembers {
  /// A member that holds a text, a number, a truth value or null.
  ///
  /// - Parameters:
  ///   - path: Its name, behind those of the objects around it and a point each.
  ///   - value: What it holds; of a text, what is meant; empty for null.
  mutating func member(_ path: UnsafeRawBufferPointer, holds value: UnsafeRawBufferPointer)

  /// A member that holds an array or an object.
  ///
  /// - Parameter path: Its name, as above.
  mutating func isNested(_ path: UnsafeRawBufferPointer)
}
