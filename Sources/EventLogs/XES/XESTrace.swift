import EventCounting

/// The events of a trace until it is over, because what it says of itself may come behind them.
struct XESTrace: ~Copyable {
  /// A piece of the text; without bytes: nothing.
  struct Span {
    var offset: UInt32 = 0
    var count: UInt32 = 0
    var isEmpty: Bool { count == 0 }
  }

  /// An event.
  struct Row {
    var customer = Span()
    var touchpoint = Span()
    var channel = Span()
    var persona = Span()
    var stage = Span()
    var time = EventRow.unknown
    var began = EventRow.unknown
    var sequence = EventRow.unknown
    var felt = Double.nan
    var part = EventRow.Part.whole
    /// The line where it begins, from 0 in the part of the log.
    var line = 0
  }

  /// The events in their order.
  var rows: [Row] = []
  /// What their names are made of.
  var text = XESBytes(capacity: 1 << 14)
  /// What the trace says, by slot.
  private var spans = [Span](repeating: Span(), count: XESKeys.most)
  private var ownText = XESBytes(capacity: 1 << 10)

  /// About how many bytes of memory the events take.
  var size: Int { rows.count &* MemoryLayout<Row>.stride &+ text.count }

  init() {}

  /// Begins anew.
  mutating func begin() {
    removeRows()
    for slot in spans.indices { spans[slot] = Span() }
    ownText.removeAll()
  }

  /// Lets go of the events.
  mutating func removeRows() {
    rows.removeAll(keepingCapacity: true)
    text.removeAll()
  }

  /// Adds a value to the text.
  @inline(__always)
  mutating func add(_ value: XMLText, isUTF8: Bool) throws(XMLText.Flaw) -> (Span, Bool) {
    let from = text.count
    let isRepaired = try value.append(to: &text, isUTF8: isUTF8)
    return (Self.trimmed(text, from), isRepaired)
  }

  /// What was added from a place on, without white space around it.
  @inline(__always)
  private static func trimmed(_ text: borrowing XESBytes, _ from: Int) -> Span {
    let all = text.bytes(from, text.count &- from)
    let name = CellTrimmer.trimmed(all)
    guard let start = all.baseAddress, let first = name.baseAddress else { return Span() }
    return Span(offset: UInt32(from &+ (first - start)), count: UInt32(name.count))
  }

  /// Adds bytes to the text.
  mutating func add(_ bytes: [UInt8]) -> Span {
    let from = text.count
    text.append(bytes)
    return Span(offset: UInt32(from), count: UInt32(bytes.count))
  }

  /// Sets what the trace says.
  mutating func set(_ slot: Int, _ value: XMLText, isUTF8: Bool) throws(XMLText.Flaw) -> Bool {
    let from = ownText.count
    let isRepaired = try value.append(to: &ownText, isUTF8: isUTF8)
    spans[slot] = Self.trimmed(ownText, from)
    return isRepaired
  }

  /// Lets the trace say what holds where it says nothing itself.
  mutating func settle(_ place: XESPlan.Place?) {
    guard let place, let slot = place.trace, spans[slot].isEmpty, !place.traceFallback.isEmpty
    else { return }
    spans[slot] = Span(
      offset: UInt32(ownText.count), count: UInt32(place.traceFallback.count))
    ownText.append(place.traceFallback)
  }

  /// What the trace says; empty: nothing.
  func own(_ slot: Int?) -> UnsafeRawBufferPointer {
    guard let slot else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    return ownText.bytes(Int(spans[slot].offset), Int(spans[slot].count))
  }

  /// The bytes of a piece of the text; where it has none, what the trace says.
  @inline(__always)
  func bytes(_ span: Span, or own: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    span.isEmpty ? own : bytes(span)
  }

  /// The bytes of a piece of the text.
  @inline(__always)
  func bytes(_ span: Span) -> UnsafeRawBufferPointer {
    text.bytes(Int(span.offset), Int(span.count))
  }
}
