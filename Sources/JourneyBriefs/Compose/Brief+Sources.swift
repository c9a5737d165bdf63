import JourneyAnalysis
import JourneyDecisions
import JourneyModel
import JourneyPortfolio

extension Brief {
  /// Writes the brief of journeys.
  ///
  /// Cost: linear in touchpoints, decisions and findings, times their logarithm. Nothing is drawn;
  /// ``draw(_:)`` puts the pictures in.
  ///
  /// - Parameters:
  ///   - sources: The journeys with their figures, and what guardrails found.
  ///   - owners: Whose pages are wanted; nil for everybody's, what nobody owns, and the page of all
  ///     journeys. A name that owns nothing has no page.
  ///   - limits: How much a page shows.
  public init(_ sources: BriefSources, owners: [String]? = nil, limits: BriefLimits = .init()) {
    let members = sources.journeys.map(Member.init)
    let numbers = Dictionary(
      members.enumerated().map { ($1.journey.id, $0) }, uniquingKeysWith: { first, _ in first })
    let ledger = Ledger(members.map(\.journey), asOf: sources.asOf)
    let index = OwnerIndex(members, ledger: ledger, findings: sources.findings)
    var wanted = index.owners
    if let owners {
      let names = Set(owners.compactMap(OwnerIndex.person))
      wanted = wanted.filter { $0.owner.map(names.contains) ?? false }
    } else if index.nobody.asksForSomebody {
      wanted.append(index.nobody)
    }
    let ids = PageIDs.ids(of: index.owners.compactMap(\.owner?.text))
    let named = wanted.map { duties in
      (duties, duties.owner.flatMap { ids[$0.text] } ?? "nobody")
    }
    var maps = limits.mapsInAll
    let pages = named.map { duties, id in
      var page = OwnerPage(
        duties, members: members, numbers: numbers, asOf: sources.asOf, limits: limits,
        hasPolicy: sources.hasPolicy)
      page.drawsMap = maps > 0
      if !duties.touchpoints.isEmpty { maps -= limits.maps }
      return page.page(id: id)
    }
    self.init(title: "Decision brief", asOf: sources.asOf, pages: pages)
    if owners == nil {
      var portfolio = PortfolioPage(
        portfolio: Portfolio(sources.journeys), members: members, number: numbers, index: index,
        ledger: ledger, sources: sources, limits: limits,
        pages: named.map { ($0.0, $0.1) })
      self.pages.insert(portfolio.page(asks: pages), at: 0)
    }
  }

  /// Everybody who owns something in journeys, the hottest first, for messages.
  ///
  /// - Parameter sources: The journeys.
  /// - Returns: Their names.
  public static func owners(of sources: BriefSources) -> [String] {
    let ledger = Ledger(sources.journeys.map(\.journey), asOf: sources.asOf)
    return OwnerIndex(
      sources.journeys.map(Member.init), ledger: ledger, findings: sources.findings
    ).owners.compactMap(\.owner?.text)
  }
}

extension Brief {
  /// The name that an owner's page has: without space around it, and without addresses.
  ///
  /// - Parameter owner: The owner as somebody writes it.
  /// - Returns: The name; nil where there is none.
  public static func ownerName(_ owner: String) -> String? { OwnerIndex.person(owner)?.text }
}

/// Ids of pages: safe in file names and in HTML, and each only once.
struct PageIDs {
  private var taken: Set<String> = ["portfolio", "nobody"]

  /// The id of each owner's page.
  ///
  /// It is that of the name, whoever is hotter, so that a link stays good. Names that come to the same
  /// id are numbered in their own order.
  static func ids(of owners: [String]) -> [String: String] {
    var ids = PageIDs()
    var found: [String: String] = [:]
    for owner in owners.sorted() { found[owner] = ids.id(for: owner) }
    return found
  }

  /// The id of an owner's page.
  mutating func id(for owner: String) -> String {
    var slug = ""
    for scalar in owner.lowercased().unicodeScalars {
      let isPlain = (0x61...0x7A).contains(scalar.value) || (0x30...0x39).contains(scalar.value)
      if isPlain {
        slug.unicodeScalars.append(scalar)
      } else if let plain = Self.letters[scalar] {
        slug += plain
      } else if isLetter(scalar) {
        slug.unicodeScalars.append(scalar)
      } else if scalar.properties.generalCategory == .nonspacingMark {
        // The accent of a plain letter, written apart: é is e as well.
        continue
      } else if !slug.hasSuffix("-"), !slug.isEmpty {
        slug += "-"
      }
    }
    while slug.hasSuffix("-") { slug.removeLast() }
    // File names are short of 255 bytes everywhere; the rest of a long name tells nobody more.
    slug = String(slug.prefix(60))
    while slug.utf8.count > 180 { slug.removeLast() }
    return unique("brief-" + (slug.isEmpty ? "owner" : slug))
  }

  /// Whether a scalar is a letter or digit of some script, or a mark that belongs to one beyond ASCII.
  private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .spacingMark:
      true
    case .nonspacingMark:
      // Combining accents (U+0300…) go; vowel signs of other scripts belong to the letter.
      !(0x300...0x36F).contains(scalar.value)
    default: false
    }
  }

  private mutating func unique(_ id: String) -> String {
    var candidate = id
    var number = 2
    while !taken.insert(candidate).inserted {
      candidate = "\(id)-\(number)"
      number += 1
    }
    return candidate
  }

  private static let letters: [Unicode.Scalar: String] = [
    "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "å": "a", "á": "a", "à": "a", "â": "a", "ç": "c",
    "é": "e", "è": "e", "ê": "e", "ë": "e", "í": "i", "î": "i", "ï": "i", "ñ": "n", "ó": "o",
    "ô": "o", "ø": "o", "ú": "u", "û": "u", "æ": "ae", "œ": "oe",
  ]
}
