import Foundation

/// Cuts an input into blocks of whole rows, for any number of threads.
///
/// Reading and cutting is done by one thread at a time, in the order of the input; where a block ends
/// is decided from what came before, never guessed.
final class BlockReader: @unchecked Sendable {
  /// A row that is longer is not read; of one with an open quotation mark nobody can say where it
  /// ends, so that the log cannot be read on.
  static let longestRow = 1 << 26

  /// What ends rows.
  var newline: UInt8 { border.newline }

  private let lock = NSLock()
  private let source: ByteSource
  private let border: RowBorder
  private let size: Int
  private let longest: Int
  private let nextPart: () -> Int
  /// What was read behind the last row of the block before.
  private var rest: [UInt8] = []
  private var isAtEnd = false
  private var index = 0
  /// Whether the rest of a row that is too long is still to be left out.
  private var skips = false
  private var failure: (problem: LogProblem, line: Int?)?

  /// Creates a reader.
  ///
  /// - Parameters:
  ///   - source: Where the bytes come from; it stands where the first row begins.
  ///   - border: How rows end.
  ///   - size: How large blocks are.
  ///   - longest: The longest row.
  ///   - nextPart: Counts the parts of the log.
  init(
    _ source: ByteSource, border: RowBorder, size: Int, longest: Int = BlockReader.longestRow,
    nextPart: @escaping () -> Int
  ) {
    self.source = source
    self.border = border
    self.size = size
    self.longest = longest
    self.nextPart = nextPart
  }

  /// Fills a block with the next rows.
  ///
  /// - Parameter block: What to fill.
  /// - Returns: Whether there was something left to read, and nothing went wrong.
  func next(_ block: inout RowBlock) -> Bool {
    lock.lock()
    defer { lock.unlock() }
    guard failure == nil else { return false }
    do throws(LogProblem) {
      return try fill(&block)
    } catch {
      if failure == nil { failure = (error, nil) }
      return false
    }
  }

  /// What went wrong, and in which line behind the blocks that were read, from 0; nil: nothing.
  func failed() -> (problem: LogProblem, line: Int?)? {
    lock.withLock { failure }
  }

  private func fill(_ block: inout RowBlock) throws(LogProblem) -> Bool {
    if skips, try !skip() { return false }
    var count = rest.count
    var goal = max(size, count)
    block.reserve(goal, keeping: 0)
    rest.withUnsafeBytes { block.memory.copyMemory(from: $0) }
    rest.removeAll(keepingCapacity: true)
    while true {
      if !isAtEnd {
        let room = UnsafeMutableRawBufferPointer(rebasing: block.memory[count..<goal])
        let read = try source.read(into: room)
        count += read
        isAtEnd = read < room.count
      }
      guard count > 0 else { return false }
      let bytes = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(block.memory)[..<count])
      var found = border.find(bytes)
      if isAtEnd, found.unclosed == nil { found.end = count }
      if found.end > 0 {
        finish(&block, found.end, found.hasQuotes)
        rest.append(contentsOf: bytes[found.end...])
        return true
      }
      if let open = found.unclosed, isAtEnd || count >= longest {
        let line = bytes[..<open].count { $0 == border.newline }
        failure = (.unclosed(source.name, within: isAtEnd ? nil : longest), line)
        return false
      }
      if count >= longest {
        skips = true
        finish(&block, count, found.hasQuotes)
        block.isTooLong = true
        return true
      }
      goal = min(max(count * 2, size), longest)
      block.reserve(goal, keeping: count)
    }
  }

  private func finish(_ block: inout RowBlock, _ count: Int, _ hasQuotes: Bool) {
    block.count = count
    block.hasQuotes = hasQuotes
    block.index = index
    block.part = nextPart()
    block.isTooLong = false
    block.taken = source.taken
    index += 1
  }

  /// Leaves out the rest of a row that is too long; false: the log ends with it.
  private func skip() throws(LogProblem) -> Bool {
    skips = false
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { memory.deallocate() }
    while !isAtEnd {
      let count = try source.read(into: memory)
      isAtEnd = count < memory.count
      guard let start = memory.baseAddress else { return false }
      if let end = memchr(start, Int32(border.newline), count) {
        rest.append(contentsOf: memory[(end - start + 1)..<count])
        return true
      }
    }
    return false
  }
}

extension LogProblem {
  /// That a quoted cell does not end.
  ///
  /// - Parameters:
  ///   - input: Which log.
  ///   - line: Where it begins.
  ///   - limit: How many bytes were looked at; nil: all.
  /// - Returns: The problem.
  static func unclosed(_ input: String, line: Int? = nil, within limit: Int? = nil) -> LogProblem {
    LogProblem(
      input: input, line: line,
      summary: "the quotation mark that opens a cell here is "
        + (limit.map { "not closed within \($0 >> 20) MB" } ?? "never closed"),
      fix: "close it, or double quotation marks that are part of a text")
  }
}
