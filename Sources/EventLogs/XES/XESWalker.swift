import Foundation

/// What is done with a log's parts as ``XESWalker`` comes by.
protocol XESHandler: AnyObject {
  /// The attributes of events that are looked for; asked for when an event begins.
  var eventKeys: XESKeys { get }
  /// The attributes of traces that are looked for.
  var traceKeys: XESKeys { get }
  /// Whether to be told the attributes that nobody looks for.
  static var wantsOthers: Bool { get }
  /// Whether the file says that it is UTF-8; else it is Windows-1252.
  var isUTF8: Bool { get }
  /// Whether nothing more is needed.
  var hasEnough: Bool { get }

  /// An element of the log that is no trace and no event.
  ///
  /// - Parameters:
  ///   - xml: Standing behind the start tag.
  ///   - name: What it is called without the prefix; empty when its prefix is not the log's.
  ///   - depth: 0 for children of the log.
  /// - Throws: What is wrong with it.
  func head(_ xml: XMLScanner, _ name: String, depth: Int) throws(XMLScanner.Fault)
  /// A trace begins.
  ///
  /// - Parameter at: The first byte of its tag.
  /// - Throws: What is wrong with it.
  func beginTrace(at: UnsafePointer<UInt8>) throws(XMLScanner.Fault)
  /// An attribute of the trace.
  func traceValue(_ slot: Int, _ text: XMLText) throws(XMLScanner.Fault)
  /// An event, from its first byte to behind its last.
  func event(
    _ values: borrowing XESValues, isInTrace: Bool, from: UnsafePointer<UInt8>,
    to: UnsafePointer<UInt8>
  ) throws(XMLScanner.Fault)
  /// The trace is over.
  func endTrace() throws(XMLScanner.Fault)
  /// An attribute of an event or a trace that nobody looks for.
  func other(_ key: XMLText, _ value: XMLText, isInEvent: Bool) throws(XMLScanner.Fault)
}

/// Walks through the structure of an XES log: the log, its traces, their events.
///
/// Only attributes that are children of an event or a trace count; what is nested in them, lists and
/// containers with it, is passed over, and so are elements whose prefix is not that of the log. An
/// event is told when the whole of it is at hand; everything else needs one tag at hand at a time.
struct XESWalker: ~Copyable {
  /// Where in the log the walker stands.
  enum Place {
    case prolog, log, trace, epilog
  }

  /// Where it stands.
  private(set) var place: Place
  /// The namespace prefix of the log with its colon; empty when it has none.
  private(set) var prefix: [UInt8] = []

  private var open = XMLNames()
  /// How many elements are open that are passed over.
  private var passed = 0
  private var passing = XMLScanner.Passing.nothing
  private var eventName: [UInt8] = []
  private var traceName: [UInt8] = []
  private var values = XESValues()
  private let attributes: UnsafeMutablePointer<XMLScanner.Attribute>

  /// Begins before the log.
  init() {
    place = .prolog
    attributes = .allocate(capacity: XMLScanner.mostAttributes)
  }

  /// Begins anew between two traces, before the log or behind it.
  ///
  /// - Parameters:
  ///   - place: Where; not within a trace.
  ///   - prefix: The log's prefix with its colon, except before the log.
  mutating func restart(at place: Place, prefix: [UInt8]) {
    open.cut(to: 0)
    passed = 0
    passing = .nothing
    begin(prefix)
    self.place = place
    guard place == .log else { return }
    _ = open.push(prefix + Array("log".utf8))
  }

  deinit {
    attributes.deallocate()
  }

  /// Whether no trace and nothing else that must be gone on with is open.
  var canRestart: Bool { place != .trace && passed == 0 && passing == .nothing }

  /// The innermost open element; empty when there is none.
  var innermost: String { open.last }

  private mutating func begin(_ prefix: [UInt8]) {
    self.prefix = prefix
    place = .log
    eventName = prefix + Array("event".utf8)
    traceName = prefix + Array("trace".utf8)
  }

  /// Walks as far as the bytes reach.
  ///
  /// - Parameters:
  ///   - start: The first byte; what was returned the last time comes again.
  ///   - end: Where they end; see ``XMLScanner``.
  ///   - handler: Told what stands there.
  /// - Returns: The first byte that needs more bytes to be understood.
  /// - Throws: What is wrong and where.
  mutating func walk(
    _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ handler: some XESHandler
  ) throws(XMLScanner.Fault) -> UnsafePointer<UInt8> {
    var xml = XMLScanner(start, end: end, attributes: attributes, passing: passing)
    while !handler.hasEnough {
      let token = xml.next()
      switch token {
      case .open, .empty:
        let isOpen = token == .open
        if isOpen || place != .trace || passed == 0 {
          guard try element(&xml, isOpen: isOpen, handler) else {
            passing = .nothing
            return xml.at
          }
        }
      case .close: try close(xml, handler)
      case .other: break
      case .more:
        if xml.hadText { try text(xml.textStart) }
        passing = xml.passing
        return xml.at
      case .broken:
        if xml.hadText { try text(xml.textStart) }
        throw xml.fault ?? XMLScanner.Fault(at: xml.at, summary: "not XML")
      }
    }
    return xml.at
  }

  // MARK: - Elements

  /// Takes a start tag; false when more bytes are needed.
  @inline(__always)
  private mutating func element(
    _ xml: inout XMLScanner, isOpen: Bool, _ handler: some XESHandler
  ) throws(XMLScanner.Fault) -> Bool {
    if place == .trace, passed == 0, isNamed(xml, eventName) {
      return try event(&xml, isOpen: isOpen, isInTrace: true, handler)
    }
    switch place {
    case .prolog:
      if xml.hadText { try text(xml.textStart) }
      try root(xml, isOpen: isOpen)
      return true
    case .epilog:
      throw fault(xml, "<\(Self.name(xml))> behind the end of the log", nil)
    case .log where passed == 0 && isNamed(xml, traceName):
      try handler.beginTrace(at: xml.name - 1)
      if isOpen {
        place = .trace
        try push(xml)
      } else {
        try handler.endTrace()
      }
      return true
    case .log where passed == 0 && isNamed(xml, eventName):
      return try event(&xml, isOpen: isOpen, isInTrace: false, handler)
    case .log:
      if isOpen { try refuseTrace(xml) }
      try handler.head(xml, isOwn(xml) ? local(xml) : "", depth: passed)
    case .trace:
      if isOpen { try refuseTrace(xml) }
      if passed == 0,
        let (slot, text) = try wanted(xml, handler.traceKeys, isInEvent: false, handler)
      {
        try handler.traceValue(slot, text)
      }
    }
    if isOpen {
      try push(xml)
      passed += 1
    }
    return true
  }

  private mutating func root(_ xml: XMLScanner, isOpen: Bool) throws(XMLScanner.Fault) {
    let name = Self.name(xml)
    let local = name.utf8.lastIndex(of: 0x3A).map { String(name[name.index(after: $0)...]) } ?? name
    guard local == "log" else {
      if local == "WorkflowLog" {
        throw fault(
          xml, "this is MXML, the format before XES", "convert it to XES, with ProM for instance")
      }
      throw fault(
        xml, "this XML is not XES: it begins with <\(name)>, not with <log>",
        "event logs are read from CSV, XES and JSON Lines")
    }
    begin(Array(name.utf8.dropLast(3)))
    if isOpen { try push(xml) } else { place = .epilog }
  }

  private mutating func close(
    _ xml: XMLScanner, _ handler: some XESHandler
  ) throws(XMLScanner.Fault) {
    try pop(xml)
    if passed > 0 {
      passed -= 1
    } else if place == .trace {
      place = .log
      try handler.endTrace()
    } else {
      place = .epilog
    }
  }

  /// Takes a whole event; false when more bytes are needed.
  @inline(__always)
  private mutating func event(
    _ xml: inout XMLScanner, isOpen: Bool, isInTrace: Bool, _ handler: some XESHandler
  ) throws(XMLScanner.Fault) -> Bool {
    let start = xml.name - 1
    values.removeAll()
    if isOpen {
      let keys = handler.eventKeys
      var depth = 0
      inside: while true {
        switch xml.next() {
        case .empty:
          if depth == 0, let (slot, text) = try wanted(xml, keys, isInEvent: true, handler) {
            values[slot] = text
          }
        case .open:
          if depth == 0, let (slot, text) = try wanted(xml, keys, isInEvent: true, handler) {
            values[slot] = text
          }
          try refuseTrace(xml)
          try push(xml)
          depth &+= 1
        case .close:
          if depth == 0 {
            guard isNamed(xml, eventName) else {
              throw mismatch(xml, String(decoding: eventName, as: UTF8.self))
            }
            break inside
          }
          try pop(xml)
          depth &-= 1
        case .other: break
        case .more:
          open.cut(to: open.depth - depth)
          xml.at = start
          xml.passing = .nothing
          return false
        case .broken:
          throw xml.fault ?? XMLScanner.Fault(at: xml.at, summary: "not XML")
        }
      }
    }
    try handler.event(values, isInTrace: isInTrace, from: start, to: xml.at)
    return true
  }

  /// The slot and value of an attribute that is looked for.
  @inline(__always)
  private func wanted<Handler: XESHandler>(
    _ xml: XMLScanner, _ keys: XESKeys, isInEvent: Bool, _ handler: Handler
  ) throws(XMLScanner.Fault) -> (Int, XMLText)? {
    guard let key = xml.attribute("key"), let value = xml.attribute("value") else { return nil }
    guard
      let slot = key.isPlain && handler.isUTF8
        ? keys.slot(key.start, key.count) : try decodedSlot(key, keys, isUTF8: handler.isUTF8)
    else {
      if Handler.wantsOthers, isOwn(xml) {
        try handler.other(key, value, isInEvent: isInEvent)
      }
      return nil
    }
    return isOwn(xml) ? (slot, value) : nil
  }

  /// The slot of a name that is not written as it is meant.
  @inline(never)
  private func decodedSlot(
    _ key: XMLText, _ keys: XESKeys, isUTF8: Bool
  ) throws(XMLScanner.Fault) -> Int? {
    var bytes = XESBytes(capacity: key.count * 3 + 8)
    do throws(XMLText.Flaw) {
      _ = try key.append(to: &bytes, isUTF8: isUTF8)
    } catch {
      throw error.fault(in: key)
    }
    let count = bytes.count
    for _ in 0..<8 { bytes.append(0) }
    return keys.slot(bytes.start, count)
  }

  // MARK: - Names

  @inline(__always)
  private func isNamed(_ xml: XMLScanner, _ name: [UInt8]) -> Bool {
    guard xml.nameCount == name.count else { return false }
    return name.withUnsafeBytes { bytes in
      guard let bytes = bytes.baseAddress else { return false }
      return memcmp(xml.name, bytes, xml.nameCount) == 0
    }
  }

  /// Whether an element has the log's prefix, and so is XES's.
  private func isOwn(_ xml: XMLScanner) -> Bool {
    let name = UnsafeRawBufferPointer(start: xml.name, count: xml.nameCount)
    return name.starts(with: prefix) && !name.dropFirst(prefix.count).contains(0x3A)
  }

  private func local(_ xml: XMLScanner) -> String {
    String(
      decoding: UnsafeRawBufferPointer(start: xml.name, count: xml.nameCount)
        .dropFirst(prefix.count), as: UTF8.self)
  }

  private static func name(_ xml: XMLScanner) -> String {
    String(
      decoding: UnsafeRawBufferPointer(start: xml.name, count: min(60, xml.nameCount)),
      as: UTF8.self)
  }

  private mutating func push(_ xml: XMLScanner) throws(XMLScanner.Fault) {
    guard open.push(xml.name, xml.nameCount) else {
      throw fault(
        xml, "elements more than \(XMLNames.deepest) deep in each other",
        "no program writes such a log; the file is damaged or made to do harm")
    }
  }

  private mutating func pop(_ xml: XMLScanner) throws(XMLScanner.Fault) {
    guard open.depth > 0 else { throw fault(xml, "</\(Self.name(xml))> closes nothing", nil) }
    guard open.pop(xml.name, xml.nameCount) else { throw mismatch(xml, open.last) }
  }

  private func mismatch(_ xml: XMLScanner, _ expected: String) -> XMLScanner.Fault {
    XMLScanner.Fault(
      at: xml.name, summary: "</\(Self.name(xml))> where </\(expected)> should be", fix: nil)
  }

  /// Traces stand in the log, nowhere else; whoever looks for the end of one relies on it.
  private func refuseTrace(_ xml: XMLScanner) throws(XMLScanner.Fault) {
    if isNamed(xml, traceName) {
      throw fault(
        xml, "<\(Self.name(xml))> within <\(open.last)>; traces stand in the log itself", nil)
    }
  }

  private func fault(_ xml: XMLScanner, _ summary: String, _ fix: String?) -> XMLScanner.Fault {
    XMLScanner.Fault(at: xml.name, summary: summary, fix: fix)
  }

  private func text(_ at: UnsafePointer<UInt8>) throws(XMLScanner.Fault) {
    guard place == .prolog || place == .epilog else { return }
    throw XMLScanner.Fault(
      at: at, summary: place == .prolog ? "text before the log" : "text behind the end of the log",
      fix: nil)
  }
}
