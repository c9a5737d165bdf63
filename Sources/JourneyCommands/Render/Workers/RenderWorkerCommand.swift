import ArgumentParser
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
import JourneyKit

/// The hidden command that a worker runs: orders, then documents in on standard input, pictures out
/// on standard output, until the input ends.
struct RenderWorkerCommand: JourneyCommand {
  static let name = "render-worker"
  static let configuration = CommandConfiguration(
    commandName: name, abstract: "Draw for another process of this program.",
    shouldDisplay: false)

  /// Draws documents until there are no more.
  func run(on console: Console) throws -> ExitStatus {
    // A library that prints must not print into the answers.
    Files.keepStandardOutputForResults()
    // Ctrl-C reaches all processes of a terminal; the one that started this one decides.
    signal(SIGINT, SIG_IGN)
    Self.endWithParent()
    var channel = MessagePipe(input: 0, output: Files.standardOutput, closes: false)
    // What is wrong with a theme file was told by who started this.
    var quiet = console
    quiet.error = { _ in }
    guard let bytes = channel.receive(), let orders = try? WorkerOrders(bytes: bytes),
      var command = try? JourneyTool.parseAsRoot(orders.arguments) as? RenderCommand,
      let requests = try? command.requests(on: quiet)
    else { throw UsageProblem("\(Self.name) is for journey itself; use journey render") }
    command.figures.asOf = orders.asOf
    var console = console
    console.isErrorColored = orders.isErrorColored
    guard channel.send([]) else { return .fine }
    while let bytes = channel.receive(), let job = try? RenderJob(bytes: bytes) {
      let wanted = job.requests.filter(requests.indices.contains).map { requests[$0] }
      let drawn = DrawnDocument.draw(job.document, wanted, figures: command.figures, on: console)
      guard channel.send(drawn.bytes) else { break }
    }
    return .fine
  }

  /// Ends this process soon after the one that started it is gone, even in the middle of a drawing
  /// that takes minutes.
  private static func endWithParent() {
    let parent = getppid()
    Task.detached {
      while getppid() == parent { try? await Task.sleep(for: .milliseconds(500)) }
      _exit(0)
    }
  }
}
