import EventCounting

@testable import EventLogs

// Which reader is fed, said by Scripts/fuzz.
#if FUZZ_CSV
  private let format = LogOptions.Format.table
#elseif FUZZ_JSONL
  private let format = LogOptions.Format.jsonLines
#else
  private let format = LogOptions.Format.xes
#endif

/// Reads whatever the fuzzer comes up with as an event log, and checks what always holds.
///
/// Run it with `Scripts/fuzz`. An input that breaks a rule here ends the process; the fuzzer keeps
/// it, and it then belongs into a test of the reader.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzLog(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  var options = LogOptions()
  options.format = format
  switch count % 5 {
  case 1: options.lifecycle = .only(["complete"])
  case 2: options.lifecycle = .joined
  case 3: options.timeZone = "Europe/Berlin"
  case 4: options.dateOrder = .dayFirst
  default: break
  }
  // What a log says does not depend on where blocks end and on how many threads read it.
  let whole = Outcome(bytes, options, threads: 1, blockSize: 1 << 16)
  whole.check()
  for (threads, blockSize) in [(1, count % 61 + 1), (2, count % 17 + 40)] {
    let pieces = Outcome(bytes, options, threads: threads, blockSize: blockSize)
    if pieces != whole {
      fatalError("by blocks of \(blockSize):\n\(pieces)\nas a whole:\n\(whole)")
    }
  }
  return 0
}

/// What became of a log.
private struct Outcome: Equatable {
  var rows: [Row] = []
  var report: LogReport?
  var rejected: [String] = []
  var problem: LogProblem?

  struct Row: Equatable {
    var texts: [[UInt8]]
    var numbers: [Int64]
    var felt: UInt64
  }

  init(_ bytes: [UInt8], _ options: LogOptions, threads: Int, blockSize: Int) {
    let lanes = (0..<threads).map { _ in Lane() }
    var rejected: [String] = []
    do throws(LogProblem) {
      report = try LogReader(options: options).read(
        [.bytes(bytes, name: "fuzz")], into: lanes, needsTimes: bytes.count % 2 == 0,
        blockSize: blockSize,
        rejected: { reason, place, row in
          rejected.append("\(place.line) \(reason.rawValue) \(place.why) \(Array(row))")
        })
      rows = lanes.flatMap(\.rows).sorted { $0.part < $1.part }.map(\.row)
      self.rejected = rejected.sorted()
    } catch {
      // Rows before a problem are told or not, as it comes.
      problem = error
    }
  }

  func check() {
    precondition(problem.map { !$0.summary.isEmpty } ?? true)
    guard let report else { return }
    precondition(report.rows == rows.count + rejected.count, "\(report)")
    precondition(report.rejected.reduce(0) { $0 + $1.count } == rejected.count, "\(report)")
    for row in rows {
      precondition(!row.texts[0].isEmpty && !row.texts[1].isEmpty, "\(row)")
      for text in row.texts {
        precondition(String(validating: text, as: UTF8.self) != nil, "\(row)")
      }
    }
  }
}

/// Keeps the rows of one thread, which are looked at when the threads are done.
private final class Lane: RowSink, @unchecked Sendable {
  private var part = 0
  private(set) var rows: [(part: Int, row: Outcome.Row)] = []

  func begin(part index: Int) {
    precondition(rows.isEmpty || index > rows[rows.count - 1].part || index > part)
    part = index
  }

  func add(_ row: borrowing EventRow) {
    let texts = [row.customer, row.touchpoint, row.channel, row.persona, row.stage]
    rows.append(
      (
        part,
        Outcome.Row(
          texts: texts.map { Array($0) },
          numbers: [row.time, row.began, row.sequence, Int64(row.part.rawValue)],
          felt: row.felt.isNaN ? 0x7FF8_0000_0000_0000 : row.felt.bitPattern)
      ))
  }
}
