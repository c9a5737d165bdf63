#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
public import JourneyKit

/// What a command may know of the world around it: where words go, what day it is.
///
/// Commands get one instead of touching the process, so that tests can call them.
public struct Console: Sendable {
  /// Writes results.
  public var output: @Sendable ([UInt8]) throws -> Void
  /// Writes words about the results.
  public var error: @Sendable (String) -> Void
  /// Reads standard input.
  public var input: @Sendable () throws -> [UInt8]
  /// Whether ``input`` is the process's own, which can be read piece by piece too.
  public var isInputOfProcess: Bool
  /// Whether results go to a terminal that may be coloured.
  public var isOutputColored: Bool
  /// Whether words go to a terminal that may be coloured.
  public var isErrorColored: Bool
  /// Whether words go to a terminal, where a line can be written anew.
  public var isErrorTerminal: Bool
  /// The local date.
  public var today: CalendarDate
  /// The running program, for commands that let further processes work; nil when there is none
  /// that could be started.
  public var program: WorkerProgram?

  /// Creates a console.
  public init(
    output: @escaping @Sendable ([UInt8]) throws -> Void,
    error: @escaping @Sendable (String) -> Void,
    input: @escaping @Sendable () throws -> [UInt8],
    isInputOfProcess: Bool = false,
    isOutputColored: Bool = false,
    isErrorColored: Bool = false,
    isErrorTerminal: Bool = false,
    today: CalendarDate,
    program: WorkerProgram? = nil
  ) {
    self.output = output
    self.error = error
    self.input = input
    self.isInputOfProcess = isInputOfProcess
    self.isOutputColored = isOutputColored
    self.isErrorColored = isErrorColored
    self.isErrorTerminal = isErrorTerminal
    self.today = today
    self.program = program
  }

  /// The process's own standard streams; colour only on a terminal and without `NO_COLOR`.
  public static var process: Console {
    let allowsColor =
      (environment("NO_COLOR") ?? "").isEmpty && environment("TERM") != "dumb"
    return Console(
      output: { try Files.writeStandardOutput($0) },
      error: { text in
        // Nothing is left to tell when standard error itself cannot be written.
        try? Files.writeStandardError(Array(text.utf8))
      },
      input: { try Files.readStandardInput() },
      isInputOfProcess: true,
      isOutputColored: allowsColor && isatty(1) == 1,
      isErrorColored: allowsColor && isatty(2) == 1,
      isErrorTerminal: isatty(2) == 1 && environment("TERM") != "dumb",
      today: localDate())
  }

  /// Writes a result.
  func print(_ text: String) throws {
    try output(Array(text.utf8))
  }

  private static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  private static func localDate() -> CalendarDate {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    return CalendarDate(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
      ?? CalendarDate.epoch
  }
}
