import Testing

@testable import JourneyDiagrams

@Suite("Colours")
struct ColorVisionTests {
  @Test("are the same in grey for everybody", arguments: ColorVision.allCases)
  func greys(vision: ColorVision) {
    for value in stride(from: UInt8(0), through: 255, by: 15) {
      let grey = Color(red: value, green: value, blue: value)
      let seen = vision.seen(grey)
      for part in [seen.red, seen.green, seen.blue] { #expect(abs(Int(part) - Int(value)) <= 1) }
    }
  }

  @Test("are told apart as OKLab says")
  func distances() {
    #expect(abs(ColorVision.usual.distance(0x000000, 0xffffff) - 100) < 0.01)
    // Ottosson's own figures: red (0.628, 0.225, 0.126), green (0.866, −0.234, 0.179).
    let red = (Color(integerLiteral: 0xff0000)).oklab
    #expect(abs(red.lightness - 0.628) < 0.001 && abs(red.a - 0.225) < 0.001)
    #expect(abs(ColorVision.usual.distance(0xff0000, 0x00ff00) - 52.0) < 0.5)
  }

  @Test("that only red and green tell apart are alike without either")
  func confusion() {
    let (red, green): (Color, Color) = (0xb4483c, 0x6f7030)
    #expect(ColorVision.usual.distance(red, green) > 15)
    #expect(ColorVision.deuteranopia.distance(red, green) < 10)
  }

  @Test("come back from linear light")
  func linear() {
    for value in stride(from: UInt32(0), through: 0xffffff, by: 0x010307 * 9) {
      let color = Color(integerLiteral: value)
      let light = color.linear
      #expect(Color(linearRed: light.red, green: light.green, blue: light.blue) == color)
    }
  }

  @Test("are moved no further than reading needs")
  func readable() throws {
    let faint: Color = 0xbbbbbb
    let found = try #require(faint.readable(on: [0xffffff, 0xf1f5f9], contrast: 4.5))
    #expect(found.contrast(with: 0xf1f5f9) >= 4.5)
    #expect(found.contrast(with: 0xf1f5f9) < 4.6)
    #expect(Color(integerLiteral: 0x111111).readable(on: [0xffffff], contrast: 4.5) == 0x111111)
    #expect(faint.readable(on: [0x000000, 0xffffff, 0x777777], contrast: 4.5) == nil)
  }

  @Test("of a ramp have the ink that is easier to read")
  func inks() {
    let ramp = EmotionRamp(
      worst: 0x000000, bad: 0x444444, neutral: 0x777777, good: 0xbbbbbb, best: 0xffffff, inks: [])
    #expect(ramp.ink(-1) == 0xffffff)
    #expect(ramp.ink(1) == 0x000000)
  }
}
