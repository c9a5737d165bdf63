import EventCounting

/// Turns the events of an XES log into rows; one for each thread.
final class XESWorker: XESHandler {
  /// A trace of which more must be kept is given to the counter in pieces, once it has a name.
  static let piece = 1 << 23
  /// A trace of which more must be kept before its name is known is not read.
  static let most = 1 << 28

  static var wantsOthers: Bool { false }
  let eventKeys: XESKeys
  let traceKeys: XESKeys
  let isUTF8: Bool
  var hasEnough: Bool { false }

  /// What was found in the part of the log at hand.
  var tally = BlockTally()
  /// Traces that began in the part at hand.
  private(set) var traces = 0
  /// Traces without a name.
  private(set) var unnamed = 0
  /// Traces without an event.
  private(set) var empty = 0
  /// Events that have a name only because the log says what holds where they have none.
  private(set) var named = 0
  /// Values of traces that came when their first events were counted.
  private(set) var late = 0
  /// Whether the log says how it is to be read when traces have begun.
  private(set) var hasLateHead = false
  /// What tells the names of traces apart.
  private(set) var names: [UInt64] = []
  /// The slots of events and traces that were seen.
  private(set) var seenInEvents: UInt64 = 0
  private(set) var seenInTraces: UInt64 = 0

  private let plan: XESPlan
  private let sink: any RowSink
  private let lifecycle: LifecycleRule
  private let scores: XESScores
  private let keepsAll: Bool
  private let needsTimes: Bool
  /// How many traces there are before the part at hand.
  private let tracesBefore: (Int) -> Int
  /// Which input of several this is, from 1; nil: the only one.
  private let input: Int?
  private var part = 0
  private var times: TimeParser
  private var trace = XESTrace()
  private var scratch = XESBytes()
  private var hasEvents = false
  private var isCut = false
  private var isRepaired = false
  private var row = EventRow()
  /// Up to where lines were counted.
  private var lineStart: UnsafePointer<UInt8>?
  private var line = 0

  init(
    plan: XESPlan, session: ReadingSession, sink: any RowSink, tracesBefore: @escaping (Int) -> Int
  ) {
    self.plan = plan
    self.sink = sink
    self.tracesBefore = tracesBefore
    eventKeys = plan.eventKeys
    traceKeys = plan.traceKeys
    isUTF8 = plan.isUTF8
    lifecycle = session.lifecycle
    scores = XESScores(scale: session.options.scores)
    keepsAll = session.tally.keepsAll
    needsTimes = session.needsTimes
    times = plan.times
    input = session.inputNumber
  }

  /// The first and the last day that was written in events that count.
  var days: ClosedRange<Int64>? { times.days }

  /// Begins a part of the log.
  ///
  /// - Parameters:
  ///   - block: Which part of the input, from 0.
  ///   - part: Which part of the log.
  func begin(block: Int, part: Int) {
    self.part = block
    traces = 0
    tally.clear()
    sink.begin(part: part)
  }

  /// Says where the bytes lie that are walked through next.
  ///
  /// - Parameters:
  ///   - start: Their beginning.
  ///   - line: How many lines of the part come before.
  func look(at start: UnsafePointer<UInt8>, line: Int) {
    lineStart = start
    self.line = line
  }

  // MARK: - Traces

  func head(_ xml: XMLScanner, _ name: String, depth: Int) {
    guard depth == 0, name == "global" || name == "classifier" else { return }
    if part > 0 || traces > 0 { hasLateHead = true }
  }

  func beginTrace(at: UnsafePointer<UInt8>) {
    traces &+= 1
    hasEvents = false
    isCut = false
    trace.begin()
  }

  func traceValue(_ slot: Int, _ text: XMLText) throws(XMLScanner.Fault) {
    seenInTraces |= 1 << UInt64(slot)
    if isCut { late += 1 }
    do throws(XMLText.Flaw) {
      if try trace.set(slot, text, isUTF8: isUTF8) { noteRepair(text.start) }
    } catch {
      throw error.fault(in: text)
    }
  }

  func endTrace() {
    if !hasEvents {
      empty += 1
      return
    }
    flush()
  }

  /// Gives the events that are kept to the counter.
  private func flush() {
    trace.settle(plan.channel)
    trace.settle(plan.persona)
    trace.settle(plan.stage)
    var name = trace.own(plan.customer.trace)
    if plan.customer.event == nil, name.isEmpty {
      if !isCut { unnamed += 1 }
      scratch.removeAll()
      scratch.append(XESTraceName.place(tracesBefore(part) + traces, input: input).utf8)
      name = scratch.bytes(0, scratch.count)
    }
    if !isCut, !name.isEmpty { names.append(XESTraceName.mark(name)) }
    let channel = trace.own(plan.channel?.trace)
    let persona = trace.own(plan.persona?.trace)
    let stage = trace.own(plan.stage?.trace)
    let felt = trace.own(plan.felt?.trace)
    let score = felt.isEmpty ? .nan : scores.score(felt)
    for event in trace.rows {
      row.customer = event.customer.isEmpty ? name : trace.bytes(event.customer)
      guard !row.customer.isEmpty else {
        reject(.noCustomer, nil, UnsafeRawBufferPointer(trace.bytes(event.touchpoint)), event.line)
        continue
      }
      row.touchpoint = trace.bytes(event.touchpoint)
      row.channel = trace.bytes(event.channel, or: channel)
      row.persona = trace.bytes(event.persona, or: persona)
      row.stage = trace.bytes(event.stage, or: stage)
      row.time = event.time
      row.began = event.began
      row.sequence = event.sequence
      row.felt = event.felt
      row.part = event.part
      if event.felt.isNaN, !felt.isEmpty {
        guard let score else {
          reject(scores.fault(of: felt), felt, felt, event.line)
          continue
        }
        row.felt = score
      }
      sink.add(row)
    }
    trace.removeRows()
  }

  // MARK: - Events

  func other(_ key: XMLText, _ value: XMLText, isInEvent: Bool) {}

  func event(
    _ values: borrowing XESValues, isInTrace: Bool, from: UnsafePointer<UInt8>,
    to: UnsafePointer<UInt8>
  ) throws(XMLScanner.Fault) {
    let bytes = UnsafeRawBufferPointer(start: from, count: to - from)
    seenInEvents |= values.present
    var event = XESTrace.Row()
    if lifecycle.isNeeded {
      guard let part = lifecycle.part(try plain(value(plan.lifecycle, values), plan.lifecycle))
      else {
        tally.leaveOut(try plain(value(plan.lifecycle, values), plan.lifecycle))
        hasEvents = true
        return
      }
      event.part = part
    }
    tally.rows &+= 1
    hasEvents = true
    guard isInTrace else { return reject(.noTrace, nil, bytes, from) }
    let before = trace.text.count
    isRepaired = false
    guard try fill(&event, values, bytes) else {
      trace.text.cut(to: before)
      return
    }
    if isRepaired { noteRepair(from) }
    event.line = lines(before: from, isExact: plan.felt?.trace != nil || plan.customer.event != nil)
    trace.rows.append(event)
    if trace.size > Self.piece { try makeRoom(from) }
  }

  /// Sets what the event says; false where it is not counted.
  @inline(__always)
  private func fill(
    _ event: inout XESTrace.Row, _ values: borrowing XESValues, _ bytes: UnsafeRawBufferPointer
  ) throws(XMLScanner.Fault) -> Bool {
    guard let from = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return false }
    event.touchpoint = try touchpoint(values)
    if event.touchpoint.isEmpty {
      reject(.noTouchpoint, nil, bytes, from)
      return false
    }
    var days = (time: TimeParser.noDay, began: TimeParser.noDay)
    if let place = plan.time {
      let text = try plain(value(place, values), nil)
      if let time = times.microseconds(text) {
        event.time = time
        days.time = times.day
      } else if CellTrimmer.trimmed(text).isEmpty {
        if needsTimes {
          reject(.noTime, nil, bytes, from)
          return false
        }
      } else {
        reject(.badTime, text, bytes, from)
        return false
      }
    }
    if let place = plan.felt, let text = value(place, values) {
      let felt = try plain(text, nil)
      guard let score = scores.score(felt) else {
        reject(scores.fault(of: felt), felt, bytes, from)
        return false
      }
      event.felt = score
    }
    if let place = plan.began, let text = value(place, values) {
      let began = try plain(text, nil)
      if let time = times.microseconds(began) {
        guard time <= event.time || event.time == EventRow.unknown else {
          reject(.afterEnd, began, bytes, from)
          return false
        }
        event.began = time
        days.began = times.day
      } else if !CellTrimmer.trimmed(began).isEmpty {
        reject(.badBegan, began, bytes, from)
        return false
      }
    }
    if let place = plan.sequence, let text = value(place, values) {
      let number = CellTrimmer.trimmed(try plain(text, nil))
      if let sequence = NumberParser.integer(number) {
        event.sequence = sequence
      } else if !number.isEmpty {
        reject(.badSequence, number, bytes, from)
        return false
      }
    }
    times.keep(days.time)
    times.keep(days.began)
    event.customer = try span(plan.customer.event == nil ? nil : plan.customer, values)
    event.channel = try span(plan.channel, values)
    event.persona = try span(plan.persona, values)
    event.stage = try span(plan.stage, values)
    return true
  }

  @inline(__always)
  private func touchpoint(
    _ values: borrowing XESValues
  ) throws(XMLScanner.Fault) -> XESTrace.Span {
    if plan.touchpoint.count == 1 {
      let span = try span(plan.touchpoint[0], values)
      if !plan.touchpoint[0].fallback.isEmpty, value(plan.touchpoint[0], values) == nil {
        named += 1
      }
      return span
    }
    return try joined(values)
  }

  /// The parts of a classifier's name; parts that are missing stay empty, all may not.
  private func joined(_ values: borrowing XESValues) throws(XMLScanner.Fault) -> XESTrace.Span {
    let from = trace.text.count
    var isEmpty = true
    for (index, place) in plan.touchpoint.enumerated() {
      if index > 0 { _ = trace.add([0x2B]) }
      if try !span(place, values).isEmpty { isEmpty = false }
    }
    if isEmpty {
      trace.text.cut(to: from)
      return XESTrace.Span()
    }
    return XESTrace.Span(offset: UInt32(from), count: UInt32(trace.text.count - from))
  }

  /// What an event says, in the trace's text.
  @inline(__always)
  private func span(
    _ place: XESPlan.Place?, _ values: borrowing XESValues
  ) throws(XMLScanner.Fault) -> XESTrace.Span {
    guard let place else { return XESTrace.Span() }
    if let value = value(place, values), value.count > 0 {
      do throws(XMLText.Flaw) {
        let (span, isRepaired) = try trace.add(value, isUTF8: isUTF8)
        if isRepaired { self.isRepaired = true }
        if !span.isEmpty { return span }
      } catch {
        throw error.fault(in: value)
      }
    }
    return place.fallback.isEmpty ? XESTrace.Span() : trace.add(place.fallback)
  }

  @inline(__always)
  private func value(_ place: XESPlan.Place?, _ values: borrowing XESValues) -> XMLText? {
    guard let slot = place?.event else { return nil }
    return values[slot]
  }

  /// What a value says, for a moment.
  @inline(__always)
  private func plain(
    _ value: XMLText?, _ place: XESPlan.Place?
  ) throws(XMLScanner.Fault) -> UnsafeRawBufferPointer {
    guard let value else {
      guard let place, !place.fallback.isEmpty else {
        return UnsafeRawBufferPointer(start: nil, count: 0)
      }
      scratch.removeAll()
      scratch.append(place.fallback)
      return scratch.bytes(0, scratch.count)
    }
    if value.isPlain { return value.raw }
    scratch.removeAll()
    do throws(XMLText.Flaw) {
      _ = try value.append(to: &scratch, isUTF8: isUTF8)
    } catch {
      throw error.fault(in: value)
    }
    return scratch.bytes(0, scratch.count)
  }

  /// A trace is so large that not all of it can be kept until it ends.
  @inline(never)
  private func makeRoom(_ from: UnsafePointer<UInt8>) throws(XMLScanner.Fault) {
    if plan.customer.event != nil || !trace.own(plan.customer.trace).isEmpty {
      flush()
      isCut = true
    } else if trace.size > Self.most {
      throw XMLScanner.Fault(
        at: from,
        summary: "a trace that has more than \(Self.most >> 20) MB of events before its name",
        fix: "write the attributes of traces before their events, as XES has it")
    }
  }

  // MARK: - Lines

  /// How many lines of the part come before a byte.
  @inline(__always)
  private func lines(before byte: UnsafePointer<UInt8>, isExact: Bool) -> Int {
    guard isExact else { return line }
    guard let start = lineStart, byte > start else { return line }
    line += XESLines.count(start, byte)
    lineStart = byte
    return line
  }

  @inline(never)
  private func reject(
    _ fault: RowFault, _ cell: UnsafeRawBufferPointer?, _ row: UnsafeRawBufferPointer,
    _ from: UnsafePointer<UInt8>
  ) {
    reject(fault, cell, row, lines(before: from, isExact: true))
  }

  private func reject(
    _ fault: RowFault, _ cell: UnsafeRawBufferPointer?, _ row: UnsafeRawBufferPointer,
    _ line: Int
  ) {
    tally.reject(fault, line: line, cell: cell, row: row, keepsAll: keepsAll)
  }

  private func noteRepair(_ from: UnsafePointer<UInt8>) {
    tally.repaired += 1
    if tally.firstRepaired == nil { tally.firstRepaired = lines(before: from, isExact: true) }
  }
}
