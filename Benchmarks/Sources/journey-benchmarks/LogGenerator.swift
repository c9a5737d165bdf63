#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes event logs of any size, the same for the same seed on every machine.
///
/// Half a year of events at 40 touchpoints, ten for each case on average, with a channel and a score
/// from -2 to 2.
struct LogGenerator {
  /// How many events.
  let events: Int
  private let cases: Int
  private var state: UInt64

  init(events: Int, seed: UInt64 = 1) {
    self.events = events
    cases = max(1, events / 10)
    state = seed
  }

  private static let channels = ["web", "app", "phone", "store", "mail"].map { Array($0.utf8) }
  /// 2026-01-01, in milliseconds since 1970.
  private static let first: Int64 = 1_767_225_600_000
  /// 180 days in milliseconds.
  private static let span: Int64 = 15_552_000_000

  /// A CSV table in the order of time, roughly; 20,000 cases are open at any time.
  ///
  /// - Parameter path: The file that is written.
  /// - Throws: What kept it from being written.
  mutating func writeTable(to path: String) throws {
    var out = try LogWriter(path)
    out.write("case_id,activity,timestamp,channel,score\n")
    var visits = [UInt8](repeating: 0, count: cases)
    let open = min(cases, 20_000)
    for number in 0..<events {
      let base = number * (cases - open) / events
      let id = base + below(open)
      let touchpoint = (Int(visits[id]) * 3 + below(7)) % 40
      visits[id] &+= 1
      out.write("C")
      out.write(id, digits: 8)
      out.write(",Touchpoint ")
      out.write(touchpoint, digits: 2)
      out.write(",")
      out.write(time: time(number))
      out.write("Z,")
      out.write(Self.channels[below(5)])
      out.write(",")
      out.write(score: below(5) - 2)
      out.write("\n")
    }
    try out.close()
  }

  /// XES, case after case; some names have characters that XML writes as entities.
  ///
  /// - Parameter path: The file that is written.
  /// - Throws: What kept it from being written.
  mutating func writeXES(to path: String) throws {
    var out = try LogWriter(path)
    out.write(
      """
      <?xml version="1.0" encoding="UTF-8" ?>
      <log xes.version="1.0" xes.features="nested-attributes" openxes.version="1.0RC7">
      \t<extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
      \t<extension name="Time" prefix="time" uri="http://www.xes-standard.org/time.xesext"/>
      \t<classifier name="Activity" keys="concept:name"/>

      """)
    for id in 0..<cases {
      out.write("\t<trace>\n\t\t<string key=\"concept:name\" value=\"C")
      out.write(id, digits: 8)
      out.write("\"/>\n")
      let (from, to) = (id * events / cases, (id + 1) * events / cases)
      for number in from..<to {
        let touchpoint = ((number - from) * 3 + below(7)) % 40
        out.write("\t\t<event>\n\t\t\t<string key=\"concept:name\" value=\"Touchpoint ")
        out.write(touchpoint, digits: 2)
        out.write(touchpoint % 10 == 3 ? " &amp; more" : "")
        out.write("\"/>\n\t\t\t<date key=\"time:timestamp\" value=\"")
        out.write(time: Self.first + Int64(number) * 3_600_000 % Self.span + Int64(below(1000)))
        out.write("+00:00\"/>\n\t\t\t<string key=\"channel\" value=\"")
        out.write(Self.channels[below(5)])
        out.write("\"/>\n\t\t\t<int key=\"score\" value=\"")
        out.write(score: below(5) - 2)
        out.write("\"/>\n\t\t</event>\n")
      }
      out.write("\t</trace>\n")
    }
    out.write("</log>\n")
    try out.close()
  }

  /// The time of an event in milliseconds: rising, within an hour.
  private mutating func time(_ number: Int) -> Int64 {
    Self.first + Int64(number) * (Self.span / 1000) / Int64(events) * 1000
      + Int64(below(3_600_000))
  }

  /// A number below a bound (SplitMix64).
  private mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((bits ^ (bits >> 31)).multipliedFullWidth(by: UInt64(bound)).high)
  }
}
