/// What traces are called, and how names are told apart.
enum XESTraceName {
  /// What a trace without a name is called: its place, which is its own among all inputs.
  ///
  /// - Parameters:
  ///   - trace: Its place in the input, from 1.
  ///   - input: The place of the input, from 1; nil where it is the only one.
  /// - Returns: The name.
  static func place(_ trace: Int, input: Int?) -> String {
    input.map { "input \($0) trace \(trace)" } ?? "trace \(trace)"
  }

  /// Different for different names, as good as always.
  static func mark(_ name: UnsafeRawBufferPointer) -> UInt64 {
    var mark: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name { mark = (mark ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return mark
  }
}
