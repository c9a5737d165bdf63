#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What one finished process took, by the operating system's own account.
struct ProcessCost {
  var wallMilliseconds: Double
  var cpuMilliseconds: Double
  var peakMebibytes: Double
}

/// A program that could not be run.
struct ProcessFailure: Error, CustomStringConvertible {
  var description: String
}

/// Runs a program to its end, its output thrown away; what it complained about is told when it fails.
///
/// Its peak memory is at least that of this process, which Linux counts in; so this process has to be
/// small when it measures memory.
func runProcess(_ arguments: [String]) throws -> ProcessCost {
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
  let complaints = tmpfile()
  defer { if let complaints { fclose(complaints) } }
  if let complaints {
    posix_spawn_file_actions_adddup2(&actions, fileno(complaints), 2)
  } else {
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
  }
  var pointers = arguments.map { strdup($0) }
  defer { pointers.forEach { free($0) } }
  pointers.append(nil)
  var pid: pid_t = 0
  let clock = ContinuousClock()
  var status: Int32 = 0
  var usage = rusage()
  var failure: Int32 = 0
  let wall = clock.measure {
    failure = posix_spawnp(&pid, arguments[0], &actions, nil, pointers, environ)
    if failure == 0 { wait4(pid, &status, 0, &usage) }
  }
  guard failure == 0, status == 0 else {
    var said = [UInt8](repeating: 0, count: 2000)
    if let complaints {
      rewind(complaints)
      said.removeLast(said.count - fread(&said, 1, said.count, complaints))
    }
    throw ProcessFailure(
      description: "\(arguments.joined(separator: " ")) did not end well\n"
        + String(decoding: complaints == nil ? [] : said, as: UTF8.self))
  }
  func milliseconds(_ time: timeval) -> Double {
    Double(time.tv_sec) * 1e3 + Double(time.tv_usec) / 1e3
  }
  #if canImport(Darwin)
    let peak = Double(usage.ru_maxrss) / 1_048_576
  #else
    let peak = Double(usage.ru_maxrss) / 1024
  #endif
  return ProcessCost(
    wallMilliseconds: Double(wall.components.seconds) * 1e3
      + Double(wall.components.attoseconds) / 1e15,
    cpuMilliseconds: milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime),
    peakMebibytes: peak)
}

/// Runs two programs in turn, so that a machine that slows down slows both.
func runPairs(_ first: [String], _ second: [String], runs: Int) throws -> (
  [ProcessCost], [ProcessCost]
) {
  _ = try runProcess(first)
  _ = try runProcess(second)
  var costs: ([ProcessCost], [ProcessCost]) = ([], [])
  for _ in 0..<runs {
    costs.0.append(try runProcess(first))
    costs.1.append(try runProcess(second))
  }
  return costs
}

/// The middle value.
func median(_ values: [Double]) -> Double {
  values.sorted()[values.count / 2]
}

/// Writes a text file in place, as the plainest editor does.
func writeFile(_ text: String, to path: String) throws {
  guard let file = fopen(path, "w") else {
    throw ProcessFailure(description: "cannot write \(path)")
  }
  fputs(text, file)
  guard fclose(file) == 0 else { throw ProcessFailure(description: "cannot write \(path)") }
}

/// A folder that is removed with all that is in it.
struct ScratchFolder: ~Copyable {
  let path: String

  init() throws {
    path = "/tmp/journey-benchmarks-\(getpid())-\(UInt32.random(in: 0 ... .max))"
    guard mkdir(path, 0o700) == 0 else {
      throw ProcessFailure(description: "cannot make \(path)")
    }
  }

  deinit { _ = try? runProcess(["rm", "-rf", path]) }
}
