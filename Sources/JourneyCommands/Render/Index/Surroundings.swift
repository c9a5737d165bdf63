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
  static func fingerprint(program: String?) -> Fingerprint {
    var print = Fingerprint()
    print.add(JourneyTool.version)
    // A version stays the same while a program is worked on; time and size of its file do not.
    if let program { print.add(Files.fingerprint(program) ?? []) }
    print.add(PictureMaker.engines)
    for name in variables { print.add("\(name)=\(variable(name) ?? "")") }
    // Of Pango, cairo, librsvg and what they stand on it is enough to know that one was exchanged.
    for place in ["/etc/ld.so.cache", "/usr/local/lib", "/opt/homebrew/lib"] {
      print.add(Files.fingerprint(place) ?? [])
    }
    print.add(fonts)
    return print
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
    "LANGUAGE", "PANGO_LANGUAGE",
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
