import EventCounting
import JourneyModel

/// The channels of a log: those that most events of some touchpoint have.
struct MinedChannels {
  /// The channels, in the order of the document's touchpoints.
  private(set) var channels: [Channel] = []
  /// How many touchpoints have events of other channels too.
  private(set) var mixed = 0
  private var ids: [String: ChannelID] = [:]

  /// Finds the channels.
  ///
  /// - Parameter events: Of each touchpoint of the document its events by channel, most first.
  init(_ events: [[EventCounts.NameCount]]) {
    var names: [String] = []
    for channels in events {
      if channels.count > 1 { mixed += 1 }
      if let name = channels.first?.name, !names.contains(name) { names.append(name) }
    }
    for (name, id) in zip(names, MinedNames.ids(for: names, kind: "channel")) {
      ids[name] = ChannelID(id)
      channels.append(
        Channel(
          id: ChannelID(id), name: ShownNames.plain(name, id: id), kind: Self.kind(of: name)))
    }
  }

  /// The channel of a touchpoint with these events.
  func channel(of events: [EventCounts.NameCount]) -> ChannelID? {
    events.first.flatMap { ids[$0.name] }
  }

  /// The kind that a name says by itself; nil where it says none, or two.
  static func kind(of name: String) -> Channel.Kind? {
    let words = name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let joined = words.joined(separator: " ")
    if phrases.contains(joined) { return .digital }
    let found = kinds.filter { $0.words.contains(joined) || !$0.words.isDisjoint(with: words) }
    return found.count == 1 ? found.first?.kind : nil
  }

  /// What is digital although one of its words is not.
  private static let phrases: Set<String> = [
    "online shop", "online store", "web shop", "web store", "app store", "webshop",
  ]

  /// Whole words that mean one thing; `mail` may be a letter, `post` a posting, and say nothing.
  private static let kinds: [(kind: Channel.Kind, words: Set<String>)] = [
    (
      .human,
      [
        "phone", "telephone", "call", "calls", "callcenter", "callcentre", "hotline", "helpline",
        "agent", "advisor", "adviser", "in person", "branch visit", "face to face", "telefon",
        "téléphone", "teléfono", "電話",
      ]
    ),
    (
      .physical,
      [
        "store", "shop", "branch", "office", "letter", "kiosk", "counter", "filiale", "brief",
        "magasin", "tienda", "desk", "atm", "店舗", "店", "窓口", "郵便",
      ]
    ),
    (
      .digital,
      [
        "web", "website", "site", "online", "internet", "app", "mobile", "desktop", "email",
        "e mail", "newsletter", "sms", "chat", "chatbot", "browser", "portal", "social", "ios",
        "android", "whatsapp", "push", "アプリ", "ウェブ", "メール", "サイト", "チャット",
      ]
    ),
    (.none, ["silence", "no contact"]),
  ]
}
