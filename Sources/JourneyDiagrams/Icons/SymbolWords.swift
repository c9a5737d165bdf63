import JourneyModel

/// Guesses a channel's symbol from what it is called.
enum SymbolWords {
  /// The symbol that a channel's id suggests, else its name; nil when neither does.
  static func symbol(of channel: Channel) -> Channel.Symbol? {
    symbol(named: channel.id.rawValue, kind: channel.kind)
      ?? symbol(named: channel.name, kind: channel.kind)
  }

  /// The symbol that a text suggests.
  ///
  /// - Parameters:
  ///   - text: An id or a name.
  ///   - kind: The kind of channel, which decides between the meanings of “mail” and “post”.
  /// - Returns: The symbol; nil when the text has none of the words.
  static func symbol(named text: String, kind: Channel.Kind?) -> Channel.Symbol? {
    let tokens = tokens(of: text)
    guard !tokens.isEmpty else { return nil }
    let joined = tokens.joined(separator: " ")
    if tokens.contains("mail") { return kind == .physical ? .post : .email }
    if tokens.contains("post"), kind == .digital { return .social }
    for (symbol, words) in table where words.contains(where: { has($0, tokens, joined) }) {
      return symbol
    }
    return nil
  }

  /// Short words and phrases must stand alone, so that `app` is not found in `happy`; longer words,
  /// and those of scripts that leave no spaces, may be part of a compound.
  private static func has(_ word: String, _ tokens: [String], _ joined: String) -> Bool {
    if word.utf8.contains(32) { return finds(" " + word + " ", in: " " + joined + " ") }
    let isShort = word.utf8.count < 5
    return isShort ? tokens.contains(word) : finds(word, in: joined)
  }

  /// Whether a text holds a word.
  ///
  /// Comparing letters costs many times what comparing the bytes of ASCII does, where both say the
  /// same; and most names are ASCII.
  private static func finds(_ word: String, in text: String) -> Bool {
    guard text.utf8.allSatisfy({ $0 < 128 }) else { return text.contains(word) }
    guard let first = word.utf8.first else { return true }
    var rest = text.utf8[...]
    while let place = rest.firstIndex(of: first) {
      if rest[place...].starts(with: word.utf8) { return true }
      rest = rest[rest.index(after: place)...]
    }
    return false
  }

  /// The words of a text in lower case; anything but letters and digits parts them.
  private static func tokens(of text: String) -> [String] {
    text.prefix(120).lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// The first symbol with a word in the text is taken; narrow meanings stand before wide ones.
  private static let table: [(Channel.Symbol, [String])] = [
    (
      .callCentre,
      [
        "call centre", "call center", "callcentre", "callcenter", "contact centre",
        "contact center", "service centre", "service center", "hotline", "helpline", "helpdesk",
        "help desk", "kundenservice", "servicecenter", "centre d appel", "centro de llamadas",
        "línea de atención", "コールセンター", "お客様センター", "مركز الاتصال", "مركز اتصال", "الخط الساخن",
      ]
    ),
    (
      .sms,
      [
        "sms", "mms", "text message", "text messages", "texting", "texto", "textnachricht",
        "kurznachricht", "mensaje de texto", "ショートメッセージ", "رسالة نصية", "رسائل نصية",
      ]
    ),
    (
      .email,
      [
        "email", "emails", "e mail", "e mails", "newsletter", "courriel", "courrier électronique",
        "correo electrónico", "correo electronico", "メール", "電子メール", "بريد إلكتروني",
        "البريد الإلكتروني", "ايميل", "إيميل",
      ]
    ),
    (
      .chat,
      [
        "chat", "chats", "chatbot", "livechat", "messenger", "messaging", "whatsapp", "telegram",
        "tchat", "messagerie", "mensajería", "チャット", "دردشة", "محادثة", "واتساب",
      ]
    ),
    (
      .social,
      [
        "social", "facebook", "instagram", "twitter", "linkedin", "tiktok", "youtube", "soziale",
        "réseaux sociaux", "réseau social", "redes sociales", "ソーシャル", "ｓｎｓ", "sns",
        "التواصل الاجتماعي",
      ]
    ),
    (
      .kiosk,
      [
        "kiosk", "kiosque", "quiosco", "service terminal", "automat", "vending", "self checkout",
        "check in machine", "ticket machine", "borne", "distributeur", "geldautomat", "atm",
        "cajero", "キオスク", "端末", "自動販売機", "券売機", "كشك", "صراف آلي", "جهاز الخدمة",
      ]
    ),
    (
      .silence,
      [
        "silence", "silent", "no contact", "no news", "waiting", "warten", "stille", "funkstille",
        "schweigen", "kein kontakt", "attente", "silencieux", "silencio", "espera", "sin contacto",
        "沈黙", "無音", "連絡なし", "صمت", "الصمت", "انتظار",
      ]
    ),
    (
      .app,
      [
        "app", "apps", "mobile app", "smartphone", "application mobile", "appli",
        "aplicación móvil",
        "アプリ", "スマホ", "تطبيق", "التطبيق",
      ]
    ),
    (
      .post,
      [
        "post", "letter", "letters", "postal", "postcard", "brief", "briefe", "briefpost",
        "lettre", "courrier", "carta", "cartas", "correo postal", "手紙", "郵便", "رسالة بريدية",
        "خطاب", "البريد",
      ]
    ),
    (
      .web,
      [
        "web", "site", "website", "webseite", "webshop", "online", "portal", "homepage", "internet",
        "browser", "site internet", "site web", "portail", "sitio web", "página web", "ウェブ",
        "サイト", "ホームページ", "ポータル", "موقع", "الموقع", "بوابة", "إنترنت", "الويب",
      ]
    ),
    (
      .shop,
      [
        "shop", "store", "stores", "branch", "retail", "showroom", "boutique", "laden", "filiale",
        "geschäft", "magasin", "agence", "tienda", "sucursal", "店舗", "ショップ", "お店", "窓口", "متجر",
        "محل", "فرع",
      ]
    ),
    (
      .phone,
      [
        "phone", "telephone", "call", "calls", "voice", "telefon", "anruf", "téléphone", "appel",
        "teléfono", "telefono", "llamada", "電話", "هاتف", "الهاتف", "مكالمة",
      ]
    ),
    (
      .inPerson,
      [
        "in person", "inperson", "face to face", "visit", "meeting", "on site", "vor ort",
        "persönlich", "besuch", "en personne", "face à face", "rendez vous", "visite",
        "en persona", "presencial", "cara a cara", "対面", "訪問", "شخصيا", "شخصيًا", "وجها لوجه",
        "حضوري", "زيارة",
      ]
    ),
  ]
}
