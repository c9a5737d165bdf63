/// What a beamer in a lit room leaves of a picture: how large text must be to be read from the last
/// row, and what light in the room takes from its contrast.
///
/// Sizes go by the angle under which the eye sees a letter, contrast by the light that reaches it.
public struct Projection: Hashable, Sendable {
  /// How far the last row is from the image, in metres.
  public var distance: Double
  /// How wide the image is, in metres.
  public var imageWidth: Double
  /// How many px the beamer puts across that width.
  public var pixels: Double
  /// How much brighter white is than black on the screen with the lights on, such as 10 for 10:1.
  public var contrast: Double

  /// Creates a projection.
  public init(distance: Double, imageWidth: Double, pixels: Double, contrast: Double) {
    self.distance = distance
    self.imageWidth = imageWidth
    self.pixels = pixels
    self.contrast = contrast
  }

  /// The room that the projector theme is made for: the last row ten metres from an image three
  /// metres wide, a 1080p beamer, lights on.
  ///
  /// 10:1 lies between what ANSI/INFOCOMM 3M-2011 asks for passive viewing, 7:1, and for basic
  /// decision making, 15:1; a beamer of 3,000 lm has about that much with half the lights on.
  public static let meetingRoom = Projection(
    distance: 10, imageWidth: 3, pixels: 1920, contrast: 10)

  /// The angle of the smallest letters that a map may have, in minutes of arc.
  ///
  /// A letter that somebody with an acuity of 1.0 can just read is 5′ high (ISO 8596); 10′ are for
  /// an acuity of 0.5, which is what the European Union asks of car drivers. Smaller letters are
  /// not read from the last row by everybody who was let onto the road to come.
  public static let labelArc = 10.0

  /// The angle of letters that are read without effort, in minutes of arc: the least that
  /// ISO 9241-303 allows for running text.
  public static let headlineArc = 16.0

  /// The least size of text that is read from the last row, in px of the beamer.
  public var leastText: Double { textSize(arcMinutes: Self.labelArc) }

  /// How high capitals are, in ems: the least of the theme's font stack (Noto Sans 0.714, Arial and
  /// Helvetica 0.716, Inter 0.727).
  static let capitalHeight = 0.714

  /// The size of text, in px of the beamer, whose capitals are seen under an angle.
  ///
  /// - Parameter minutes: The angle in minutes of arc; below a few degrees.
  /// - Returns: The font size in px.
  public func textSize(arcMinutes minutes: Double) -> Double {
    let angle = minutes / 60 / 180 * 3.141_592_653_589_793
    // tan x = x + x³/3 + …; the next term is below 1e-12 here.
    let height = distance * (angle + angle * angle * angle / 3)
    return height / (imageWidth / pixels) / Self.capitalHeight
  }

  /// The contrast that is left of two colours when the room's light falls on both.
  ///
  /// White gives the light 1 and black none; the room adds the same to both, as much as makes white
  /// ``contrast`` times as bright as black.
  ///
  /// - Returns: The ratio, 1…``contrast``.
  public func contrast(of one: Color, and other: Color) -> Double {
    let room = 1 / (contrast - 1)
    let (a, b) = (one.luminance, other.luminance)
    return (max(a, b) + room) / (min(a, b) + room)
  }
}
