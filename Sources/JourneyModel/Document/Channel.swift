/// A way by which customers and the organisation meet.
public struct Channel: Hashable, Sendable, Identifiable {
  /// What sort of channel it is.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A screen: web, app, e-mail.
    case digital
    /// A thing or a place: a letter, a shop.
    case physical
    /// A person: on the phone or face to face.
    case human
    /// No contact at all, such as silence.
    case none
  }

  /// The channel's id.
  public var id: ChannelID
  /// The name people see; the id when the document gives none.
  public var name: String
  /// What sort of channel it is, nil when unknown.
  public var kind: Kind?
  /// The drawing that stands for it; nil for the one that its id, name or kind suggests.
  public var icon: Icon?
  /// Keys that begin with `x-`.
  public var extensions: Extensions

  /// Creates a channel.
  public init(
    id: ChannelID, name: String? = nil, kind: Kind? = nil, icon: Icon? = nil,
    extensions: Extensions = []
  ) {
    self.id = id
    self.name = name ?? id.rawValue
    self.kind = kind
    self.icon = icon
    self.extensions = extensions
  }
}
