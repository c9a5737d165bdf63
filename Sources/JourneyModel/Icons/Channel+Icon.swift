extension Channel {
  /// A small drawing that comes with the library.
  public enum Symbol: String, Hashable, Sendable, CaseIterable {
    /// A web site or portal.
    case web
    /// An app on a phone.
    case app
    /// A call.
    case phone
    /// A text message.
    case sms
    /// An e-mail.
    case email
    /// Messages to and fro.
    case chat
    /// Face to face.
    case inPerson = "in-person"
    /// A place where things are sold or service is given.
    case shop
    /// A letter.
    case post
    /// Social media.
    case social
    /// Nothing is heard.
    case silence
    /// A machine that customers use.
    case kiosk
    /// Many who answer calls.
    case callCentre = "call-centre"
    /// Any screen.
    case digital
    /// Any thing or place.
    case physical
    /// Any person.
    case human
    /// No contact at all.
    case nothing = "none"
  }

  /// The drawing that stands for a channel in pictures.
  public enum Icon: Hashable, Sendable, CustomStringConvertible {
    /// One that comes with the library.
    case symbol(Symbol)
    /// An outline of one's own on a grid of 24 × 24, drawn as a line.
    case path(PathData)

    /// The grid that icons are drawn on: from 0 to this, both ways.
    public static let grid = 24.0

    /// The icon as a document writes it.
    public var description: String {
      switch self {
      case .symbol(let symbol): symbol.rawValue
      case .path(let data): data.text
      }
    }
  }
}
