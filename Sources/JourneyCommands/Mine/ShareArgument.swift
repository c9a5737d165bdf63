public import ArgumentParser
public import JourneyKit
import TextSupport

/// A share of a whole on the command line: `1%`, `0.01` or `0`.
struct ShareArgument: ExpressibleByArgument, CustomStringConvertible {
  /// From 0 to 1.
  var value: Double

  init(_ value: Double) { self.value = value }

  init?(argument: String) {
    let isPercent = argument.hasSuffix("%")
    guard let number = Double(isPercent ? String(argument.dropLast()) : argument), number.isFinite
    else { return nil }
    value = isPercent ? number / 100 : number
    guard (0...1).contains(value) else { return nil }
  }

  /// As the command line takes it.
  var description: String { NumberText.percent(value) }
}

extension TimeSpan: ExpressibleByArgument {
  /// Reads a length of time of the command line, such as `30m`.
  public init?(argument: String) {
    self.init(argument)
  }
}
