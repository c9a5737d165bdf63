import Testing

@testable import EventLogs

/// Writes logs in all the ways that XES can be written, and knows what they say.
private struct RandomXES {
  var text = ""
  var rows: [XESTestRow] = []
  private var random: SplitMix

  /// The same for the same seed on every machine.
  struct SplitMix: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  init(seed: UInt64) {
    random = SplitMix(state: seed)
    let prefix = one(["", "", "x:"])
    text += one(["", "<?xml version='1.0'?>", "\u{feff}", "<!-- <log> -->\n"])
    text += "<\(prefix)log\(space())>"
    noise(prefix)
    for number in 1...Int.random(in: 1...9, using: &random) { trace(number, prefix) }
    noise(prefix)
    text += "</\(prefix)log\(space())>\(space())"
  }

  private mutating func one<T>(_ some: [T]) -> T {
    some[Int.random(in: 0..<some.count, using: &random)]
  }

  private mutating func isIt(_ share: Double) -> Bool {
    Double.random(in: 0..<1, using: &random) < share
  }

  private mutating func space() -> String { one(["", "", " ", "\n", "\r\n\t", "   "]) }

  private mutating func gap() -> String { one([" ", "\n", "\t", " \r\n "]) }

  /// A name that is the same without white space around it.
  private mutating func name() -> String {
    let text = rawName().naivelyTrimmed
    return text.isEmpty ? "n" : text
  }

  /// A name, sometimes with what must be written otherwise.
  private mutating func rawName() -> String {
    var name = ""
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      name += one(["a", "b", " ", "&", "<", ">", "\"", "'", "é", "日", "😀", ";", "/", "]]>", "--"])
    }
    return name
  }

  private mutating func written(_ value: String, in quote: String) -> String {
    value.unicodeScalars.map { scalar -> String in
      let usual = ["&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&apos;"]
      let must = scalar == "&" || scalar == "<" || String(scalar) == quote
      let number = scalar.value
      guard must || isIt(0.2) else { return String(scalar) }
      let decimal = "&#\(number);"
      let hexadecimal = "&#x" + String(number, radix: 16, uppercase: isIt(0.5)) + ";"
      return one([usual[String(scalar)] ?? decimal, decimal, hexadecimal])
    }.joined()
  }

  private mutating func pair(_ name: String, _ value: String) -> String {
    let quote = one(["\"", "'"])
    let text = written(value, in: quote)
    return gap() + name + space() + "=" + space() + quote + text + quote
  }

  /// An attribute of an event or a trace.
  private mutating func attribute(_ key: String, _ value: String, _ prefix: String) {
    let kind = prefix + one(["string", "int", "date", "id"])
    var pairs = [pair("key", key), pair("value", value)]
    if isIt(0.1) { pairs.append(pair("other", name())) }
    pairs.shuffle(using: &random)
    text += space() + "<\(kind)" + pairs.joined() + space()
    guard isIt(0.3) else {
      text += "/>"
      return
    }
    text += ">"
    if isIt(0.3) { noise(prefix) }
    // What stands in an attribute says nothing of the event.
    if isIt(0.3) { attribute("concept:name", "not this", prefix) }
    text += "</\(kind)\(space())>"
  }

  /// What nobody asks for.
  private mutating func noise(_ prefix: String) {
    text += space()
    switch Int.random(in: 0..<9, using: &random) {
    case 0: text += "<!-- </\(prefix)trace> <\(prefix)event> -\(space())- -->"
    case 1: text += "<![CDATA[</\(prefix)trace>]]>"
    case 2: text += "<?pi </\(prefix)event> ??>"
    case 3: attribute("org:" + name(), name(), prefix)
    case 4: text += "<y:string key='concept:name' value='foreign'/>"
    case 5:
      text += "<\(prefix)list key='concept:name'><\(prefix)values>"
      attribute("concept:name", "not this", prefix)
      text += "</\(prefix)values></\(prefix)list>"
    default: break
    }
    text += space()
  }

  private mutating func trace(_ number: Int, _ prefix: String) {
    text += "<\(prefix)trace\(space())>"
    let customer = isIt(0.9) ? name() : ""
    let persona = isIt(0.5) ? name() : ""
    let isLate = isIt(0.3)
    let from = rows.count
    noise(prefix)
    if !isLate { own(customer, persona, prefix) }
    for _ in 0..<Int.random(in: 0...5, using: &random) {
      event(prefix)
      noise(prefix)
    }
    if isLate { own(customer, persona, prefix) }
    text += "</\(prefix)trace\(space())>"
    for index in from..<rows.count {
      rows[index].customer = customer.isEmpty ? "trace \(number)" : customer
      rows[index].persona = persona
    }
  }

  private mutating func own(_ customer: String, _ persona: String, _ prefix: String) {
    if !customer.isEmpty { attribute("concept:name", customer, prefix) }
    if !persona.isEmpty { attribute("who", persona, prefix) }
  }

  private mutating func event(_ prefix: String) {
    text += "<\(prefix)event\(space())>"
    var row = XESTestRow()
    var parts: [(String, String)] = []
    row.touchpoint = name()
    parts.append(("concept:name", row.touchpoint))
    let second = Int64.random(in: 0...59, using: &random)
    let zone = Int64.random(in: 0...3, using: &random)
    row.time = (second - zone * 3_600) * 1_000_000 + 250_000
    parts.append(
      ("time:timestamp", "1970-01-01T00:00:\(second < 10 ? "0" : "")\(second).250+0\(zone):00"))
    if isIt(0.3) {
      row.channel = name()
      parts.append(("channel", row.channel))
    }
    if isIt(0.3) {
      row.felt = Double(Int.random(in: -8...8, using: &random)) / 4
      parts.append(("mood & more", "\(row.felt ?? 0)"))
    }
    parts.shuffle(using: &random)
    for (key, value) in parts {
      noise(prefix)
      attribute(key, value, prefix)
    }
    noise(prefix)
    text += "</\(prefix)event\(space())>"
    rows.append(row)
  }
}

@Suite("XES: random logs")
struct XESRandomTests {
  @Test("Random logs in random forms say what they were made of, by blocks of every size")
  func random() throws {
    for seed in UInt64(1)...60 {
      let log = RandomXES(seed: seed)
      let sizes = [Int(seed), 64 + Int(seed) * 7, 1 << 20]
      for (threads, size) in zip(1..., sizes) {
        let reading = try XESReading(log.text, threads: threads, blockSize: size) {
          // Who names an attribute that is nowhere is told so.
          if log.rows.contains(where: { !$0.persona.isEmpty }) { $0.columns[.persona] = "who" }
          if log.rows.contains(where: { $0.felt != nil }) { $0.columns[.felt] = "mood & more" }
        }
        #expect(reading.rows == log.rows, "seed \(seed), blocks of \(size):\n\(log.text)")
      }
    }
  }
}
