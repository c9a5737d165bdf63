internal import Synchronization

/// Graphviz's C library, safe to call from any task or thread.
///
/// DOT text goes in; a drawing (`render`) or the places of its parts (`layout`) come out. What the
/// library has to say while it works comes back as values: warnings beside the result, errors as a
/// thrown ``GraphvizError``. Nothing is printed.
///
/// ### Design
///
/// The library keeps its state in globals and is not thread-safe, not even with one context per
/// thread. So there is one ``shared`` owner with one lock per process, around every call. Other
/// code of the same process that calls libgvc or libcgraph on its own is not covered by that lock.
/// While a job runs, the library sets the process's `LC_NUMERIC` to "C" and then back, so that
/// numbers are right in every locale; a program that sets a locale may see that.
///
/// ### Performance
///
/// The first call finds plugins and fonts (some 25 ms); afterwards a small graph takes a fraction
/// of a millisecond. **Run time has no bound**: it grows steeply with crossing edges (see
/// ``GraphLimits``), and a call cannot be interrupted. The functions without `await` block their
/// thread, also while another thread's job runs; from a task, the `async` ones are chosen, which
/// wait without holding a thread of the cooperative pool.
///
/// With clusters or labels on edges, the library forgets to free some kilobytes per job (4.7 for a
/// small graph in 2.43). Who draws the same text again and again should keep the result.
///
/// ### Determinism
///
/// The same text gives the same bytes, on the same machine, if **the graph has a name**: the titles
/// of nameless graphs are numbered through the process. Some warnings come once a process.
public final class Graphviz: Sendable {
  /// The process's one owner of the library, which is opened by the first call.
  public static let shared = Graphviz()

  private let library = Mutex(Library())

  private init() {}

  /// The version of the library that runs, such as `2.43.0`.
  public var version: String {
    get throws(GraphvizError) {
      try library.withLock { library throws(GraphvizError) in try library.version() }
    }
  }

  /// Lays out a graph and draws it.
  ///
  /// - Parameters:
  ///   - dot: one graph in the DOT language; see ``DOT`` for what has to be escaped.
  ///   - engine: which way of laying out to use; a `layout` attribute in the graph goes before it.
  ///   - format: what to draw.
  /// - Returns: the drawing and the library's warnings.
  /// - Throws: a ``GraphvizError`` also when the library did draw something but reported an error,
  ///   as it does for a malformed HTML-like label.
  public func render(
    _ dot: String, engine: Engine = .dot, format: Format
  ) throws(GraphvizError) -> Output {
    try library.withLock { library throws(GraphvizError) in
      try library.run(dot, engine: engine, format: format)
    }
  }

  /// Lays out a graph and gives the places of its parts.
  ///
  /// - Parameters:
  ///   - dot: one graph in the DOT language; see ``DOT`` for what has to be escaped.
  ///   - engine: which way of laying out to use; a `layout` attribute in the graph goes before it.
  /// - Returns: the geometry, in points with y growing down.
  /// - Throws: a ``GraphvizError``, as `render` does.
  public func layout(
    _ dot: String, engine: Engine = .dot
  ) throws(GraphvizError) -> GraphGeometry {
    let output = try render(dot, engine: engine, format: .json0)
    // Reading needs no lock: the answer is ours.
    var reader = GeometryReader(output.bytes)
    do {
      return try reader.geometry(messages: output.messages)
    } catch {
      throw GraphvizError(
        .unreadableAnswer, messages: [.init(severity: .error, text: error.description)], dot: dot)
    }
  }
}
