/// Counts lines.
enum XESLines {
  /// How many line feeds there are.
  static func count(_ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> Int {
    let sevens: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    var total = 0
    var at = UnsafeRawPointer(start)
    let last = UnsafeRawPointer(end)
    while last - at >= 8 {
      // A byte that is a line feed becomes zero, and then the only one whose top bit stays clear.
      let word = at.loadUnaligned(as: UInt64.self) ^ 0x0A0A_0A0A_0A0A_0A0A
      total &+= (~(((word & sevens) &+ sevens) | word) & ~sevens).nonzeroBitCount
      at += 8
    }
    while at < last {
      if at.load(as: UInt8.self) == 0x0A { total &+= 1 }
      at += 1
    }
    return total
  }
}
