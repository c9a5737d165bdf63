#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
import JourneyKit

/// What pictures depend on beside documents and options: the program, its engines, the fonts.
enum Surroundings {
  /// One fingerprint of all of it; it changes whenever pictures could come out otherwise.
  ///
  /// Cost: some 30 ms, most of it the first opening of Graphviz.
  ///
  /// - Parameters:
  ///   - program: The program's file.
  ///   - variable: Looks a variable of the environment up.
  /// - Returns: The fingerprint.
  static func fingerprint(
    program: String?, variable: (String) -> String? = Self.variable
  ) -> Fingerprint {
    var print = Fingerprint()
    print.add(JourneyTool.version)
    // A version stays the same while a program is worked on; time and size of its file do not.
    if let program { print.add(Files.fingerprint(program) ?? []) }
    print.add(PictureMaker.engines)
    for name in variables { print.add("\(name)=\(variable(name) ?? "")") }
    // Of Pango, cairo, librsvg and what they stand on it is enough to know that one was exchanged.
    let places = ["/etc/ld.so.cache", "/usr/local/lib", "/opt/homebrew/lib", "/opt/local/lib"]
    for place in places { print.add(Files.fingerprint(place) ?? []) }
    addLibraries(to: &print, variable)
    addFontSettings(to: &print, variable)
    print.add(fonts)
    return print
  }

  /// The libraries that the environment puts before those of the system.
  private static func addLibraries(to print: inout Fingerprint, _ variable: (String) -> String?) {
    for name in ["LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH"] {
      for folder in paths(variable(name)) {
        for file in (try? Files.list(folder)) ?? []
        where file.contains(".so") || file.hasSuffix(".dylib") {
          print.add(file)
          print.add(Files.fingerprint("\(folder)/\(file)") ?? [])
        }
      }
    }
    for name in ["LD_PRELOAD", "DYLD_INSERT_LIBRARIES"] {
      // The one list of the two that may have spaces between its files.
      for file in paths(variable(name)?.replacing(" ", with: ":")) {
        print.add(Files.fingerprint(file) ?? [])
      }
    }
  }

  /// The fonts and the choice among them that the environment adds.
  private static func addFontSettings(
    to print: inout Fingerprint, _ variable: (String) -> String?
  ) {
    if var file = variable("FONTCONFIG_FILE"), !file.isEmpty {
      if file.hasPrefix("~"), let home = variable("HOME") { file = home + file.dropFirst() }
      print.add((try? Files.read(file)) ?? [])
    }
    var walk = FontWalk()
    for folder in paths(variable("FONTCONFIG_PATH")) { walk.enter(folder) }
    for folder in paths(variable("XDG_DATA_DIRS")) { walk.enter(folder + "/fonts") }
    print.add(walk.print)
  }

  private static func paths(_ list: String?) -> [String] {
    (list ?? "").split(separator: ":").map(String.init)
  }

  /// The fonts and what chooses among them, looked at once.
  private static let fonts: Fingerprint = {
    var walk = FontWalk()
    for folder in fontFolders { walk.enter(folder) }
    return walk.print
  }()

  /// What decides which font a text is set in.
  private static let variables = [
    "FONTCONFIG_FILE", "FONTCONFIG_PATH", "FONTCONFIG_SYSROOT", "LANG", "LC_ALL", "LC_CTYPE",
    "LANGUAGE", "PANGO_LANGUAGE", "XDG_DATA_DIRS", "LD_LIBRARY_PATH", "LD_PRELOAD",
    "DYLD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH", "DYLD_INSERT_LIBRARIES",
  ]

  private static var fontFolders: [String] {
    let home = variable("HOME") ?? ""
    return [
      "/usr/share/fonts", "/usr/local/share/fonts", "/etc/fonts", "/opt/homebrew/etc/fonts",
      "/Library/Fonts", "/System/Library/Fonts", "\(home)/Library/Fonts", "\(home)/.fonts",
      (variable("XDG_DATA_HOME") ?? "\(home)/.local/share") + "/fonts",
      (variable("XDG_CONFIG_HOME") ?? "\(home)/.config") + "/fontconfig",
    ]
  }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// Looks at every file below folders without reading any; enters none twice.
  private struct FontWalk {
    var print = Fingerprint()
    private var entered: Set<[UInt64]> = []

    mutating func enter(_ folder: String) {
      guard let identity = Files.identity(folder), entered.insert(identity).inserted,
        let names = try? Files.list(folder)
      else { return }
      print.add(folder)
      for name in names {
        let path = "\(folder)/\(name)"
        if Files.isFolder(path) {
          enter(path)
        } else {
          print.add(name)
          print.add(Files.fingerprint(path) ?? [])
        }
      }
    }
  }
}
