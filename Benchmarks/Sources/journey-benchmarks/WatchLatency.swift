#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// From the save of a 24-touchpoint document to its map being there, with `journey render --watch`.
enum WatchLatency {
  static func run(program: String, saves: Int) throws {
    let scratch = try ScratchFolder()
    let document = scratch.path + "/a.journey.yaml"
    let picture = scratch.path + "/a.svg"
    try writeFile(SampleDocument.yaml(touchpoints: 24), to: document)
    let pid = try start([program, "render", document, "-o", picture, "--watch"])
    defer {
      kill(pid, SIGKILL)
      waitpid(pid, nil, 0)
    }
    var last = try change(of: picture, from: [])
    var inPlace: [Double] = []
    var replaced: [Double] = []
    for save in 0..<saves * 2 {
      // An editor does not know when the program looks.
      usleep(UInt32.random(in: 60_000...120_000))
      let text = SampleDocument.yaml(touchpoints: 24, salt: "\(save)")
      if save.isMultiple(of: 2) {
        try writeFile(text, to: document)
      } else {
        // As vim does: the old file is put aside, a new one written in its place.
        rename(document, document + "~")
        try writeFile(text, to: document)
        unlink(document + "~")
      }
      let clock = ContinuousClock()
      let saved = clock.now
      last = try change(of: picture, from: last)
      let time = (clock.now - saved) / .milliseconds(1)
      if save.isMultiple(of: 2) { inPlace.append(time) } else { replaced.append(time) }
    }
    print("journey render --watch: from save to picture, 24 touchpoints, \(saves) saves each")
    for (name, times) in [("written in place", inPlace), ("replaced as vim does", replaced)] {
      print(
        "  \(name): median \(rounded(median(times))) ms, longest \(rounded(times.max() ?? 0)) ms"
          + "   goal: 100 ms")
    }
    print("")
  }

  /// Waits until a file is another one than it was.
  private static func change(of path: String, from last: [Int]) throws -> [Int] {
    for _ in 0..<50_000 {
      var status = stat()
      if stat(path, &status) == 0 {
        // Pictures are replaced whole, so each is a file of its own; its number may come again.
        #if canImport(Darwin)
          let time = status.st_mtimespec
        #else
          let time = status.st_mtim
        #endif
        let look = [Int(status.st_ino), Int(time.tv_sec), Int(time.tv_nsec)]
        if look != last { return look }
      }
      usleep(200)
    }
    throw ProcessFailure(description: "journey render --watch drew nothing for ten seconds")
  }

  private static func start(_ arguments: [String]) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var pointers = arguments.map { strdup($0) }
    defer { pointers.forEach { free($0) } }
    pointers.append(nil)
    var pid: pid_t = 0
    guard posix_spawnp(&pid, arguments[0], &actions, nil, pointers, environ) == 0 else {
      throw ProcessFailure(description: "\(arguments[0]) could not be started")
    }
    return pid
  }
}
