import Dispatch
import Synchronization

/// Work on many values at once, on as many threads as there are processors.
enum ParallelMap {
  /// Transforms every value; the results are in the order of the values.
  ///
  /// - Parameters:
  ///   - values: The values.
  ///   - done: Told after each how many are done, by one thread at a time.
  ///   - transform: What is done with a value; it touches nothing that others touch.
  /// - Returns: The results.
  static func map<Value: Sendable, Result: Sendable>(
    _ values: [Value], done: @Sendable (Int) -> Void = { _ in },
    _ transform: @Sendable (Value) -> Result
  ) -> [Result] {
    guard values.count > 1 else {
      return values.map { value in
        let result = transform(value)
        done(1)
        return result
      }
    }
    let results = Mutex<(found: [Result?], count: Int)>(
      (Array(repeating: nil, count: values.count), 0))
    DispatchQueue.concurrentPerform(iterations: values.count) { index in
      let result = transform(values[index])
      results.withLock { results in
        results.found[index] = result
        results.count += 1
        done(results.count)
      }
    }
    return results.withLock { $0.found.compactMap(\.self) }
  }
}
