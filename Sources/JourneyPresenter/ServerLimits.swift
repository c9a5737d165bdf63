/// How much a client of a ``PageServer`` may take.
///
/// The defaults let a room of people watch, and a broken or hostile client take next to nothing.
public struct ServerLimits: Hashable, Sendable {
  /// The longest request head in bytes.
  ///
  /// Browsers send some 1 KiB, and up to tens more in cookies of other programs on this machine.
  public var headBytes = 32 << 10
  /// How long a client may take to send its request.
  public var headTime = Duration.seconds(5)
  /// How long a client may take to receive the page, or one event.
  public var writeTime = Duration.seconds(30)
  /// How long a connection is kept after its answer, so that the client gets to read it.
  public var lingerTime = Duration.milliseconds(500)
  /// How often a client that follows the page hears that the server is still there.
  public var beat = Duration.seconds(15)
  /// How many connections are served at once on each of the two loopback addresses; more wait.
  ///
  /// Fewer are, when the process may not have so many files open and 32 to spare.
  public var connections = 512
  /// How many clients may follow the page; more are refused.
  public var followers = 400

  /// Creates the default limits.
  public init() {}
}
