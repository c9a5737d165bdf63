#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A client that sends what it is told, byte for byte, and waits no longer than it is told.
public final class RawClient: Sendable {
  /// Nobody answers.
  public struct NotConnected: Error {}

  private let file: Int32

  /// Connects on a loopback address; a slow reader has a small buffer that it receives into.
  public init(port: Int, six: Bool = false, receives: Int32? = nil) throws {
    file = six ? Self.open(AF_INET6) : Self.open(AF_INET)
    if var receives {
      setsockopt(file, SOL_SOCKET, SO_RCVBUF, &receives, socklen_t(MemoryLayout<Int32>.size))
    }
    let status = six ? Self.connectSix(file, port) : Self.connectFour(file, port)
    guard status == 0 else { throw NotConnected() }
  }

  deinit { close(file) }

  /// Whether somebody answers on the port.
  public static func answers(port: Int) -> Bool { (try? RawClient(port: port)) != nil }

  /// Sends a text in UTF-8.
  public func send(_ text: String) { send(Array(text.utf8)) }

  /// Sends until all is sent or the server has closed; says how much went out.
  @discardableResult
  public func send(_ bytes: [UInt8]) -> Int {
    var sent = 0
    while sent < bytes.count, waits(for: POLLOUT, seconds: 2) {
      let count = bytes[sent...].withUnsafeBytes {
        #if canImport(Darwin)
          Darwin.send(file, $0.baseAddress, $0.count, 0)
        #elseif canImport(Musl)
          Musl.send(file, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
        #else
          Glibc.send(file, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
        #endif
      }
      guard count > 0 else { break }
      sent += count
    }
    return sent
  }

  /// Says that nothing more will be sent.
  public func finishSending() { shutdown(file, Int32(SHUT_WR)) }

  /// What the server sends until it closes.
  ///
  /// - Returns: The text; nil when the server has not closed in time.
  public func all(seconds: Double = 20) -> String? {
    var got: [UInt8] = []
    let end = secondsNow() + seconds
    while secondsNow() < end {
      guard waits(for: POLLIN, seconds: end - secondsNow()) else { return nil }
      guard let more = receive(), !more.isEmpty else { return String(decoding: got, as: UTF8.self) }
      got += more
    }
    return nil
  }

  /// What the server has sent once the text was in it.
  ///
  /// - Returns: The text; nil when it did not come in time.
  public func text(until wanted: String, seconds: Double = 20) -> String? {
    var got: [UInt8] = []
    let end = secondsNow() + seconds
    while secondsNow() < end, waits(for: POLLIN, seconds: end - secondsNow()), let more = receive(),
      !more.isEmpty
    {
      got += more
      let text = String(decoding: got, as: UTF8.self)
      if text.contains(wanted) { return text }
    }
    return nil
  }

  private func receive() -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = recv(file, &bytes, bytes.count, 0)
    return count < 0 ? nil : Array(bytes[..<count])
  }

  private func waits(for events: some BinaryInteger, seconds: Double) -> Bool {
    var entry = pollfd(fd: file, events: Int16(events), revents: 0)
    return poll(&entry, 1, Int32(max(0, seconds) * 1000)) > 0
  }

  private static func open(_ family: Int32) -> Int32 {
    #if canImport(Glibc)
      socket(family, Int32(SOCK_STREAM.rawValue), 0)
    #else
      socket(family, SOCK_STREAM, 0)
    #endif
  }

  private static func connectFour(_ file: Int32, _ port: Int) -> Int32 {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    inet_pton(AF_INET, "127.0.0.1", &address.sin_addr)
    return withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(file, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
  }

  private static func connectSix(_ file: Int32, _ port: Int) -> Int32 {
    var address = sockaddr_in6()
    address.sin6_family = sa_family_t(AF_INET6)
    address.sin6_port = UInt16(port).bigEndian
    inet_pton(AF_INET6, "::1", &address.sin6_addr)
    return withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(file, $0, socklen_t(MemoryLayout<sockaddr_in6>.size))
      }
    }
  }
}
