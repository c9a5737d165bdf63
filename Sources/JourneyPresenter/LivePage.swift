#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import Synchronization

/// A page that changes while it is shown: the last good one, and what keeps the next from being so.
///
/// Whoever renders calls ``show(_:)`` or ``tell(problem:)`` from any thread; a ``PageServer`` hands
/// out what is there and lets its clients know. Rendering is thus done once a change, not once a
/// client, and never where clients wait.
public final class LivePage: Sendable {
  /// The longest problem that is told, in bytes of UTF-8; the rest is cut.
  static let longestProblem = 64 << 10

  /// What there is to know at a moment.
  struct News: Sendable {
    /// The last good page; nil before the first.
    var page: Data?
    /// How often the page changed.
    var change = 0
    /// What is wrong with the document as it is.
    var problem: String?
    /// How often a problem was told.
    var problemCount = 0
  }

  private struct State {
    var news = News()
    var followers: [Int: AsyncStream<News>.Continuation] = [:]
    var followerCount = 0
  }

  /// Tells the changes of this page from those of an earlier server on the same port.
  private let run = String(UInt64.random(in: 0 ... .max), radix: 36)
  private let state = Mutex(State())

  /// Creates a page of which nothing can be shown yet.
  public init() {}

  /// Shows a page from now on; a problem told before is over.
  ///
  /// Bytes that are shown already change nothing, so that clients keep what they look at.
  ///
  /// - Parameter page: The HTML page, UTF-8.
  public func show(_ page: [UInt8]) {
    let page = Data(page)
    update { news in
      guard news.page != page || news.problem != nil else { return false }
      news.page = page
      news.problem = nil
      news.change += 1
      return true
    }
  }

  /// Tells why the document cannot be shown as it is; the last good page stays.
  ///
  /// - Parameter problem: Plain text of one or more lines.
  public func tell(problem: String) {
    let problem = Self.bounded(problem)
    update { news in
      news.problem = problem
      news.problemCount += 1
      return true
    }
  }

  /// What there is to know now.
  var news: News { state.withLock { $0.news } }

  /// The name of a change, for clients to say which one they have seen.
  func name(of change: Int) -> String { "\(run)-\(change)" }

  /// What there is to know, now and after each change, until the task that reads it is cancelled.
  ///
  /// A reader that is slow misses what was overtaken and gets the newest: nothing piles up.
  ///
  /// - Parameter limit: How many may follow at once.
  /// - Returns: The news; nil when too many follow already.
  func follow(limit: Int) -> AsyncStream<News>? {
    state.withLock { state in
      guard state.followers.count < limit else { return nil }
      let (stream, continuation) = AsyncStream.makeStream(
        of: News.self, bufferingPolicy: .bufferingNewest(1))
      state.followerCount += 1
      let number = state.followerCount
      state.followers[number] = continuation
      continuation.yield(state.news)
      continuation.onTermination = { [weak self] _ in
        self?.state.withLock { state in _ = state.followers.removeValue(forKey: number) }
      }
      return stream
    }
  }

  /// Makes every follower look up although nothing changed.
  func beat() { update { _ in true } }

  /// How many follow the page.
  var followerCount: Int { state.withLock { $0.followers.count } }

  private func update(_ change: (inout News) -> Bool) {
    state.withLock { state in
      guard change(&state.news) else { return }
      for follower in state.followers.values { follower.yield(state.news) }
    }
  }

  private static func bounded(_ text: String) -> String {
    guard text.utf8.count > longestProblem else { return text }
    let lines = text.utf8.prefix(longestProblem).split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let whole = lines.count > 1 ? Array(lines.dropLast()) : lines
    let kept = whole.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
    return kept + "\n… and more of it"
  }
}
