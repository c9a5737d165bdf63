import JourneyModel

/// The icons of a journey's channels, each found once for a picture.
struct ChannelIcons {
  private var icons: [ChannelID: Channel.Icon] = [:]

  /// Finds the icon of every channel.
  init(_ journey: Journey) {
    for channel in journey.channels where icons[channel.id] == nil {
      icons[channel.id] = ChannelIcon.icon(of: channel)
    }
  }

  /// The icon of a touchpoint's channel; nil when it has none, or nothing tells what it looks like.
  subscript(_ touchpoint: Touchpoint) -> Channel.Icon? {
    touchpoint.channel.flatMap { icons[$0] }
  }
}
