import JourneyKit

/// What is said once to a worker: how pictures are drawn.
struct WorkerOrders: Sendable {
  /// The command line that its caller was started with, without the program's name.
  var arguments: [String]
  /// The day, so that all workers share it even around midnight.
  var asOf: CalendarDate
  var isErrorColored: Bool

  var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.add(arguments) { $0.add($1) }
    writer.add("\(asOf)")
    writer.add(isErrorColored ? 1 : 0)
    return writer.bytes
  }

  init(arguments: [String], asOf: CalendarDate, isErrorColored: Bool) {
    self.arguments = arguments
    self.asOf = asOf
    self.isErrorColored = isErrorColored
  }

  init(bytes: [UInt8]) throws(GarbledBytes) {
    var reader = ByteReader(bytes)
    arguments = try reader.list { reader throws(GarbledBytes) in try reader.text() }
    guard let date = CalendarDate(try reader.text()) else { throw GarbledBytes() }
    asOf = date
    isErrorColored = try reader.int() == 1
  }
}

/// One document and those of its pictures that are to be drawn.
struct RenderJob: Sendable, Equatable {
  var document: String
  /// Which of the command's pictures, by their places in its list.
  var requests: [Int]

  var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.add(document)
    writer.add(requests) { $0.add($1) }
    return writer.bytes
  }

  init(document: String, requests: [Int]) {
    self.document = document
    self.requests = requests
  }

  init(bytes: [UInt8]) throws(GarbledBytes) {
    var reader = ByteReader(bytes)
    document = try reader.text()
    requests = try reader.list { reader throws(GarbledBytes) in try reader.int() }
  }
}

extension DrawnDocument {
  var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.add(source.value)
    writer.add(id?.rawValue)
    writer.add(Int(status.rawValue))
    writer.add(words)
    writer.add(pictures) { writer, files in
      writer.add(files) { writer, file in
        writer.add(file.name)
        writer.add(file.part)
        writer.add(file.bytes)
      }
    }
    return writer.bytes
  }

  init(bytes: [UInt8]) throws(GarbledBytes) {
    var reader = ByteReader(bytes)
    source = Fingerprint(value: try reader.number())
    id = try reader.optionalText().map(JourneyID.init(rawValue:))
    guard let status = ExitStatus(rawValue: Int32(truncatingIfNeeded: try reader.int())) else {
      throw GarbledBytes()
    }
    self.status = status
    words = try reader.text()
    pictures = try reader.list { reader throws(GarbledBytes) in
      try reader.list { reader throws(GarbledBytes) in
        File(
          name: try reader.text(), part: try reader.optionalText(), bytes: try reader.block())
      }
    }
  }
}
