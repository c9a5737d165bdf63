internal import Dispatch
internal import Synchronization

extension Graphviz {
  /// Lays out a graph and draws it, without holding a thread of the cooperative pool.
  ///
  /// A task that is cancelled while it waits its turn gets its error at once; a job that has begun
  /// cannot be stopped and its result is returned.
  ///
  /// - Parameters:
  ///   - dot: one graph in the DOT language; see ``DOT`` for what has to be escaped.
  ///   - engine: which way of laying out to use; a `layout` attribute in the graph goes before it.
  ///   - format: what to draw.
  /// - Returns: the drawing and the library's warnings.
  /// - Throws: a ``GraphvizError``, as the function without `await` does, or one that says the task
  ///   was cancelled.
  public func render(
    _ dot: String, engine: Engine = .dot, format: Format
  ) async throws(GraphvizError) -> Output {
    try await BackgroundJob { () throws(GraphvizError) in
      try self.render(dot, engine: engine, format: format)
    }.result()
  }

  /// Lays out a graph and gives the places of its parts, without holding a thread of the pool.
  ///
  /// - Parameters:
  ///   - dot: one graph in the DOT language; see ``DOT`` for what has to be escaped.
  ///   - engine: which way of laying out to use; a `layout` attribute in the graph goes before it.
  /// - Returns: the geometry, in points with y growing down.
  /// - Throws: a ``GraphvizError``, as the function without `await` does, or one that says the task
  ///   was cancelled.
  public func layout(
    _ dot: String, engine: Engine = .dot
  ) async throws(GraphvizError) -> GraphGeometry {
    try await BackgroundJob { () throws(GraphvizError) in
      try self.layout(dot, engine: engine)
    }.result()
  }

  /// Measures texts, without holding a thread of the cooperative pool.
  ///
  /// - Parameter spans: the texts.
  /// - Returns: their extents, in the same order.
  /// - Throws: a ``GraphvizError``, as the function without `await` does, or one that says the task
  ///   was cancelled.
  public func measure(_ spans: [TextSpan]) async throws(GraphvizError) -> [TextExtent] {
    try await BackgroundJob { () throws(GraphvizError) in try self.measure(spans) }.result()
  }
}

/// One job of the background queue, with a task waiting for it.
private final class BackgroundJob<Value: Sendable>: Sendable {
  typealias Outcome = Result<Value, GraphvizError>

  private enum State {
    case new
    case waiting(CheckedContinuation<Outcome, Never>)
    /// The library has it, or the task has its answer.
    case taken
  }

  private let state = Mutex(State.new)
  private let work: @Sendable () throws(GraphvizError) -> Value

  init(_ work: @escaping @Sendable () throws(GraphvizError) -> Value) { self.work = work }

  func result() async throws(GraphvizError) -> Value {
    let outcome = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isCancelled = state.withLock { state in
          guard case .new = state else { return true }
          state = .waiting(continuation)
          return false
        }
        guard !isCancelled else { return continuation.resume(returning: .cancelled) }
        backgroundQueue.async { self.run() }
      }
    } onCancel: {
      take()?.resume(returning: .cancelled)
    }
    return try outcome.get()
  }

  private func run() {
    guard let continuation = take() else { return }
    do {
      continuation.resume(returning: .success(try work()))
    } catch {
      continuation.resume(returning: .failure(error))
    }
  }

  /// Whoever takes the continuation answers the task, so it is answered once.
  private func take() -> CheckedContinuation<Outcome, Never>? {
    state.withLock { state in
      defer { state = .taken }
      guard case .waiting(let continuation) = state else { return nil }
      return continuation
    }
  }
}

extension Result where Failure == GraphvizError {
  fileprivate static var cancelled: Self { .failure(GraphvizError(.cancelled)) }
}

/// Serial, since the library does one job at a time: more threads would only wait for its lock.
private let backgroundQueue = DispatchQueue(label: "GraphvizKit", qos: .userInitiated)
