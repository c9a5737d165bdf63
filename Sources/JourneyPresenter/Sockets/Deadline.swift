/// What was awaited did not come in time.
struct DeadlinePassed: Error {}

/// Does something unless it takes too long; then it is cancelled.
func within<Result: Sendable>(
  _ time: Duration, _ body: @escaping @Sendable () async throws -> Result
) async throws -> Result {
  try await withThrowingTaskGroup(of: Result.self) { group in
    group.addTask(operation: body)
    group.addTask {
      try await Task.sleep(for: time)
      throw DeadlinePassed()
    }
    defer { group.cancelAll() }
    guard let first = try await group.next() else { throw DeadlinePassed() }
    return first
  }
}
