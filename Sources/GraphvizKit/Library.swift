internal import CGraphvizShim

/// The owner of the library's one context.
///
/// Not copyable, so that it is freed once; it lives inside the process's lock, which is why it
/// needs none of its own. It is opened by the first job and remembers when that failed.
struct Library: ~Copyable {
  private enum State {
    case closed
    case open(OpaquePointer)
    case unavailable(GraphvizError)
  }

  private var state = State.closed

  deinit {
    if case .open(let context) = state { CGraphviz_close(context) }
  }

  mutating func version() throws(GraphvizError) -> String {
    String(cString: CGraphviz_version(try context()))
  }

  mutating func run(
    _ dot: String, engine: Graphviz.Engine, format: Graphviz.Format
  ) throws(GraphvizError) -> Graphviz.Output {
    // C would see the text end there, and lay out half a graph without a word.
    guard !dot.utf8.contains(0) else { throw GraphvizError(.invalidText, dot: dot) }
    return try Self.job(
      try context(), dot, engine: engine.rawValue, format: format.rawValue)
  }

  /// The context, which the first call opens and tries out.
  private mutating func context() throws(GraphvizError) -> OpaquePointer {
    switch state {
    case .open(let context): return context
    case .unavailable(let error): throw error
    case .closed: break
    }
    guard let context = CGraphviz_open() else { throw unavailable([]) }
    do {
      // Plugins and their list are found at run time. Without them every engine and format would be
      // "unknown", which is true and of no help.
      _ = try Self.job(context, "graph{a}", engine: "dot", format: "svg")
    } catch {
      CGraphviz_close(context)
      throw unavailable(error.messages)
    }
    state = .open(context)
    return context
  }

  private mutating func unavailable(_ messages: [GraphvizMessage]) -> GraphvizError {
    let error = GraphvizError(.libraryUnavailable, messages: messages)
    state = .unavailable(error)
    return error
  }

  private static func job(
    _ context: OpaquePointer, _ dot: String, engine: String, format: String
  ) throws(GraphvizError) -> Graphviz.Output {
    var collector = MessageCollector()
    var bytes: UnsafeMutablePointer<CChar>?
    var length = 0
    let outcome = withUnsafeMutablePointer(to: &collector) { collector in
      CGraphviz_render(
        context, dot, engine, format,
        { collector, piece in
          collector?.assumingMemoryBound(to: MessageCollector.self).pointee
            .receive(String(cString: piece))
        },
        collector, &bytes, &length)
    }
    defer { CGraphviz_free(bytes) }
    collector.finish()

    let messages = collector.messages
    let code: GraphvizError.Code? =
      switch outcome {
      case CGraphvizDone: nil
      case CGraphvizNoGraph: .syntaxError
      case CGraphvizMoreThanOneGraph: .notOneGraph
      case CGraphvizNoLayout: .unknownEngine
      default: .unknownFormat
      }
    if let code {
      // A syntax error, else a text without any graph: empty, or comments alone.
      let isEmpty = code == .syntaxError && messages.isEmpty
      throw GraphvizError(isEmpty ? .notOneGraph : code, messages: messages, dot: dot)
    }
    // The library reports success whatever happened; its errors say otherwise.
    if messages.contains(where: { $0.severity == .error }) {
      throw GraphvizError(.layoutFailed, messages: messages, dot: dot)
    }
    guard let bytes, length > 0 else {
      throw GraphvizError(.layoutFailed, messages: messages, dot: dot)
    }
    let output = UnsafeRawBufferPointer(start: bytes, count: length)
    return Graphviz.Output(bytes: Array(output), messages: messages)
  }
}
