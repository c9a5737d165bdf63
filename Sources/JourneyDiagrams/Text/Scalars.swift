/// Questions about single characters that setting text asks.
package enum Scalars {
  /// The text as it is drawn: white space runs as one space, C0 controls as U+2400 pictures, what
  /// XML cannot hold as U+FFFD.
  static func cleaned(_ text: String) -> String {
    if isClean(text) { return text }
    var result = ""
    result.reserveCapacity(text.utf8.count)
    var pendingSpace = false
    for scalar in text.unicodeScalars {
      if isSpace(scalar) {
        pendingSpace = !result.isEmpty
        continue
      }
      if pendingSpace { result += " " }
      pendingSpace = false
      result.unicodeScalars.append(drawable(scalar))
    }
    return result
  }

  /// The character that is drawn for one: pictures for controls, U+FFFD for what XML forbids.
  static func drawable(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0...0x1F: Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
    case 0x7F: "\u{2421}"
    case 0x80...0x9F, 0xFDD0...0xFDEF: "\u{FFFD}"
    default: scalar.value & 0xFFFE == 0xFFFE ? "\u{FFFD}" : scalar
    }
  }

  private static func isClean(_ text: String) -> Bool {
    var last: UInt8 = 32
    for byte in text.utf8 {
      // Bytes from 0x80 on may begin a C1 control (C2 80…9F), NEL or a noncharacter (EF B7 90,
      // EF BF BE, F0 9F BF BE).
      if byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xEF || byte >= 0xF0 {
        return false
      }
      if byte == 32, last == 32 { return false }
      last = byte
    }
    return last != 32 || text.isEmpty
  }

  /// Whether it separates words: not the spaces that forbid a break.
  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x09...0x0D, 0x85, 0x1680, 0x2000...0x2006, 0x2008...0x200B, 0x2028, 0x2029,
      0x3000:
      true
    default: false
    }
  }

  /// Whether lines may break before and after it: ideographs and kana.
  static func isIdeographic(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2E80...0x2FFF, 0x3001...0x303F, 0x3041...0x30FF, 0x31F0...0x31FF, 0x3400...0x4DBF,
      0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
      0x20000...0x3FFFD:
      true
    default: false
    }
  }

  /// Whether lines must not break between two characters, of which one is an ideograph: a number and
  /// its unit, the parts of a date, and what a no-break space holds.
  static func holdTogether(_ before: Unicode.Scalar, _ scalar: Unicode.Scalar) -> Bool {
    if forbidsBreak(before) || forbidsBreak(scalar) { return true }
    if isDigit(before) { return isIdeographic(scalar) }
    return isDigit(scalar) && (before == "年" || before == "月" || before == "～")
  }

  /// Whether it is a space at which no line breaks.
  static func forbidsBreak(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{A0}" || scalar == "\u{202F}"
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// Whether a line must not begin with it: closing marks, small kana, long marks (kinsoku).
  static func cannotBeginLine(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "、", "。", "，", "．", "・", "：", "；", "？", "！", "゛", "゜", "ヽ", "ヾ", "ゝ", "ゞ", "々",
      "ー", "’", "”", "）", "〕", "］", "｝", "〉", "》", "」", "』", "】", "〙", "〗", "〟", "｠", "»",
      "…", "‥", "～", "ぁ", "ぃ", "ぅ", "ぇ", "ぉ", "っ", "ゃ", "ゅ", "ょ", "ゎ", "ァ", "ィ", "ゥ", "ェ",
      "ォ", "ッ", "ャ", "ュ", "ョ", "ヮ", "ヵ", "ヶ", "%", "％", ")", "]", "}", ",", ".", "!", "?", ":",
      ";":
      true
    default:
      // Marks that belong to the character before them.
      switch scalar.value {
      case 0x0300...0x036F, 0x3099...0x309A, 0xFE00...0xFE0F, 0x31F0...0x31FF,
        0xE0100...0xE01EF:
        true
      default: false
      }
    }
  }

  /// Whether a line must not end with it: opening marks.
  static func cannotEndLine(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "‘", "“", "（", "〔", "［", "｛", "〈", "《", "「", "『", "【", "〘", "〖", "〝", "｟", "«", "(",
      "[", "{", "¥", "￥", "$", "＄", "£":
      true
    default: false
    }
  }

  /// Which way a text runs: as its first strong character outside of isolates does, else, when there
  /// is nothing but isolates and signs, as the picture.
  static func direction(of text: String, in picture: TextDirection = .leftToRight) -> TextDirection
  {
    var depth = 0
    var hasIsolates = false
    for scalar in text.unicodeScalars {
      if (0x2066...0x2068).contains(scalar.value) {
        depth += 1
        hasIsolates = true
      } else if scalar.value == 0x2069 {
        depth -= 1
      }
      if depth > 0 { continue }
      if isRightToLeft(scalar) { return .rightToLeft }
      if scalar.value < 0x80 ? isASCIILetter(scalar.value) : scalar.properties.isAlphabetic {
        return .leftToRight
      }
    }
    return hasIsolates ? picture : .leftToRight
  }

  /// Whether a character is of a script that runs from right to left.
  package static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0590...0x08FF, 0x200F, 0x2067, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF,
      0x1E800...0x1EFFF:
      true
    default: false
    }
  }

  /// The text so marked that its direction does not disturb what stands around it.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - direction: Which way the text around it runs.
  /// - Returns: The text, in isolates when it has letters that run the other way.
  static func isolated(_ text: String, in direction: TextDirection) -> String {
    let disturbs =
      direction == .leftToRight
      ? !text.utf8.allSatisfy { $0 < 0x80 } && text.unicodeScalars.contains(where: isRightToLeft)
      : text.unicodeScalars.contains { !isRightToLeft($0) && $0.properties.isAlphabetic }
    return disturbs ? "\u{2068}" + text + "\u{2069}" : text
  }

  /// The text so marked that it does not disturb text that runs from left to right.
  package static func isolated(_ text: String) -> String { isolated(text, in: .leftToRight) }

  private static func isASCIILetter(_ value: UInt32) -> Bool {
    (65...90).contains(value) || (97...122).contains(value)
  }
}
