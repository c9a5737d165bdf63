import Dispatch
import JourneyKit

/// The browser of whoever sits at this machine.
enum Browser {
  #if canImport(Darwin)
    private static let opener = "open"
  #else
    private static let opener = "xdg-open"
  #endif

  /// Opens an address, without waiting for the browser.
  ///
  /// - Returns: Whether the system has a program that opens addresses.
  static func open(_ address: String) -> Bool {
    // A browser that this starts outlives it, and writes much that is of no interest to whoever
    // presents.
    var program = ChildProgram(opener, [opener, address])
    program.input = .nowhere
    program.output = .nowhere
    program.error = .nowhere
    program.isOnItsOwn = true
    guard let pid = program.start() else { return false }
    // Somebody has to ask how it ended, or the system keeps it.
    DispatchQueue.global().async { _ = ChildProgram.end(of: pid) }
    return true
  }
}
