/// What the first events of an XES log say: which attributes there are, and whether they have times.
///
/// How a log is read is decided by these events alone, whatever the size of blocks.
final class XESSample: XESHandler {
  /// An attribute of events or traces.
  struct Attribute {
    var name: String
    /// What is left of the name when spaces and marks are ignored.
    var plain: String
    var isInEvents = false
    var isInTraces = false
    /// Whether one of its values can be read as a time.
    var hasTimes = false
    /// Some of its values, not empty, each once.
    var values: [String] = []
    /// The first value of an event.
    var example = ""
  }

  /// What names events, by the keys that a log says.
  struct Classifier {
    var name: String
    var keys: String
  }

  /// So many events are looked at.
  static let events = 1_000
  /// And so many where none of them has a time.
  static let timelessEvents = 20_000
  /// And so many bytes behind the head, whatever they hold.
  static let bytes = 1 << 22

  /// So many classifiers and globals are kept, and none that is longer: no head fills the memory.
  private static let declared = 1_000
  private static let longest = 10_000

  static var wantsOthers: Bool { true }
  let eventKeys = XESKeys([])
  let traceKeys = XESKeys([])
  let isUTF8: Bool

  private(set) var attributes: [Attribute] = []
  /// Those that name events.
  private(set) var classifiers: [Classifier] = []
  /// What `global` elements say that events have.
  private(set) var eventDefaults: [(name: String, value: String)] = []
  /// What `global` elements say that traces have.
  private(set) var traceDefaults: [(name: String, value: String)] = []
  /// How many events were seen.
  private(set) var events = 0
  /// How many traces began.
  private(set) var traces = 0
  /// Where the first trace or event began, in the bytes that were walked through then.
  private(set) var first: UnsafePointer<UInt8>?

  private var places: [String: Int] = [:]
  private var scope = ""
  private var hasTimes = false
  private var times: TimeParser
  private let timeName: String?
  private var text = XESBytes()

  /// Begins to look.
  ///
  /// - Parameters:
  ///   - isUTF8: Whether the file says that it is UTF-8; else it is Windows-1252.
  ///   - times: Reads times.
  ///   - timeName: The attribute that was told to hold the times.
  init(isUTF8: Bool, times: TimeParser, timeName: String?) {
    self.isUTF8 = isUTF8
    self.times = times
    self.timeName = timeName
  }

  var hasEnough: Bool {
    events >= (hasTimes ? Self.events : Self.timelessEvents)
  }

  /// The attribute of a name.
  subscript(name: String) -> Attribute? { places[name].map { attributes[$0] } }

  /// All attributes of events, with an example each, for messages.
  var shown: String {
    let names = attributes.filter(\.isInEvents)
    let parts = names.prefix(24).map { attribute in
      guard !attribute.example.isEmpty else { return "'\(attribute.name)'" }
      let example = attribute.example
      let text = example.count > 24 ? example.prefix(23) + "…" : example[...]
      return "'\(attribute.name)' (such as \(text))"
    }
    let rest = names.count > parts.count ? " and \(names.count - parts.count) more" : ""
    return parts.isEmpty ? "none" : parts.joined(separator: ", ") + rest
  }

  func head(_ xml: XMLScanner, _ name: String, depth: Int) throws(XMLScanner.Fault) {
    if depth == 0 {
      scope = ""
      switch name {
      case "global": scope = try string(xml, "scope")
      case "classifier":
        guard first == nil, ["", "event"].contains(try string(xml, "scope")) else { return }
        let classifier = Classifier(name: try string(xml, "name"), keys: try string(xml, "keys"))
        guard classifiers.count < Self.declared, classifier.keys.utf8.count <= Self.longest else {
          return
        }
        classifiers.append(classifier)
      case "events", "objects", "object-types", "event-types":
        throw XMLScanner.Fault(
          at: xml.name,
          summary: "this is an object-centric log (OCEL): its events belong to several objects, "
            + "not to one customer",
          fix: "flatten it to one type of object first, as XES or CSV")
      default: break
      }
    } else if depth == 1, first == nil, scope == "event" || scope == "trace" {
      let pair = (name: try string(xml, "key"), value: try string(xml, "value"))
      guard eventDefaults.count + traceDefaults.count < Self.declared,
        pair.value.utf8.count <= Self.longest
      else { return }
      if scope == "event" { eventDefaults.append(pair) } else { traceDefaults.append(pair) }
    }
  }

  func beginTrace(at: UnsafePointer<UInt8>) {
    if first == nil { first = at }
    traces += 1
  }

  func endTrace() {}

  func traceValue(_ slot: Int, _ text: XMLText) {}

  func event(
    _ values: borrowing XESValues, isInTrace: Bool, from: UnsafePointer<UInt8>,
    to: UnsafePointer<UInt8>
  ) {
    if first == nil { first = from }
    events += 1
  }

  func other(_ key: XMLText, _ value: XMLText, isInEvent: Bool) {
    // What is wrong with a value is told by who counts it, if it counts.
    guard let name = try? string(key) else { return }
    let place: Int
    if let known = places[name] {
      place = known
    } else {
      // A log with so many attributes is no log; that it cannot fill the memory is enough.
      guard attributes.count < 10_000 else { return }
      place = attributes.count
      places[name] = place
      attributes.append(Attribute(name: name, plain: ColumnNames.plain(name)))
    }
    if isInEvent {
      attributes[place].isInEvents = true
    } else {
      attributes[place].isInTraces = true
    }
    let isFull = attributes[place].values.count >= 20
    guard !isFull || (isInEvent && !attributes[place].hasTimes) else { return }
    guard let text = try? string(value) else { return }
    if isInEvent, attributes[place].example.isEmpty {
      attributes[place].example = String(text.prefix(200))
    }
    if !isFull, !text.isEmpty, !attributes[place].values.contains(text) {
      attributes[place].values.append(String(text.prefix(200)))
    }
    if isInEvent, !attributes[place].hasTimes, mayHoldTimes(attributes[place]) {
      let isTime = Array(text.utf8).withUnsafeBytes { times.microseconds($0) != nil }
      if isTime {
        attributes[place].hasTimes = true
        hasTimes = true
      }
    }
  }

  private func mayHoldTimes(_ attribute: Attribute) -> Bool {
    if let timeName { return attribute.name == timeName }
    return ColumnNames.usual(.time).contains { $0.contains(attribute.plain) }
      || ColumnNames.usual(.began).contains { $0.contains(attribute.plain) }
  }

  private func string(_ xml: XMLScanner, _ name: StaticString) throws(XMLScanner.Fault) -> String {
    guard let text = xml.attribute(name) else { return "" }
    return try string(text)
  }

  private func string(_ value: XMLText) throws(XMLScanner.Fault) -> String {
    text.removeAll()
    do throws(XMLText.Flaw) {
      _ = try value.append(to: &text, isUTF8: isUTF8)
    } catch {
      throw error.fault(in: value)
    }
    return String(decoding: text.bytes(0, text.count), as: UTF8.self)
  }
}
