#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
import FlyingSocks

/// The sockets that listen on both loopback addresses, and on no other.
struct Listeners: Sendable {
  let sockets: [Socket]
  let port: Int

  /// Listens on a port; 0 stands for one that is free on both addresses.
  init(port: Int) throws(PageServerProblem) {
    guard let number = UInt16(exactly: port) else {
      throw PageServerProblem(port: port, reason: .other("a port is a number from 0 to 65535"))
    }
    // The system finds a port that is free on the first address; on the second it may be taken.
    var tries = number == 0 ? 20 : 1
    while true {
      tries -= 1
      do throws(PageServerProblem) {
        (sockets, self.port) = try Self.open(port: number)
        return
      } catch {
        guard tries > 0, error.reason == .portIsTaken else { throw error }
      }
    }
  }

  func close() {
    for socket in sockets { try? socket.close() }
  }

  private static func open(port: UInt16) throws(PageServerProblem) -> ([Socket], Int) {
    guard let address = try? sockaddr_in.inet(ip4: "127.0.0.1", port: port) else {
      throw PageServerProblem(port: Int(port), reason: .other("the system knows no 127.0.0.1"))
    }
    let first = try listen(on: address, port: port)
    do throws(PageServerProblem) {
      let found = try Self.port(of: first)
      do throws(PageServerProblem) {
        return (
          [first, try listen(on: sockaddr_in6.loopback(port: found), port: found)], Int(found)
        )
      } catch {
        // A machine may have no IPv6; nobody can then mean it by "localhost" either.
        guard error.reason != .portIsTaken else { throw error }
        return ([first], Int(found))
      }
    } catch {
      try? first.close()
      throw error
    }
  }

  private static func listen(
    on address: some SocketAddress, port: UInt16
  ) throws(PageServerProblem) -> Socket {
    var opened: Socket?
    do {
      let socket = try Socket(domain: Int32(address.family), type: .stream)
      opened = socket
      socket.closesInChildren()
      // A port that was served a moment ago may be served again.
      try socket.setValue(true, for: .localAddressReuse)
      #if canImport(Darwin)
        try socket.setValue(true, for: .noSIGPIPE)
      #endif
      try socket.bind(to: address)
      opened = nil
      try socket.listen()
      return socket
    } catch {
      try? opened?.close()
      throw PageServerProblem(port: Int(port), reason: reason(for: error))
    }
  }

  private static func port(of socket: Socket) throws(PageServerProblem) -> UInt16 {
    if case .ip4(_, let port)? = try? socket.sockname() { return port }
    throw PageServerProblem(port: 0, reason: .other("the system names no port"))
  }

  private static func reason(for error: any Error) -> PageServerProblem.Reason {
    guard case SocketError.failed(_, let code, let message) = error else {
      return .other("\(error)")
    }
    return switch code {
    case EADDRINUSE: .portIsTaken
    case EACCES, EPERM: .portIsReserved
    default: .other(message)
    }
  }
}

extension Socket {
  /// Keeps the socket from programs that this one starts, which would hold its port.
  func closesInChildren() {
    _ = fcntl(file.rawValue, F_SETFD, FD_CLOEXEC)
  }
}
