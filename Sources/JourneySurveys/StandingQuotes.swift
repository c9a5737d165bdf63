import JourneyModel
import TextSupport

/// The quotes that stand in a document, by their touchpoints and words.
struct StandingQuotes {
  private struct Key: Hashable {
    var touchpoint: TouchpointID
    var words: String
  }

  private var quotes: [TouchpointID: [Touchpoint.Quote]] = [:]
  private var places: [Key: Int] = [:]
  private var ids: [Key: Int] = [:]
  private let order: [TouchpointID]

  init(_ journey: Journey) {
    order = journey.touchpoints.map(\.id)
    for touchpoint in journey.touchpoints {
      for quote in touchpoint.quotes { append(quote, at: touchpoint.id) }
    }
  }

  /// Where words stand among a touchpoint's quotes.
  func place(of words: String, at touchpoint: TouchpointID) -> Int? {
    places[Key(touchpoint: touchpoint, words: words)]
  }

  /// Where the words stand that a review knows by an id.
  func place(ofID id: String, at touchpoint: TouchpointID) -> Int? {
    ids[Key(touchpoint: touchpoint, words: id)]
  }

  func quote(_ touchpoint: TouchpointID, _ index: Int) -> Touchpoint.Quote? {
    quotes[touchpoint].flatMap { $0.indices.contains(index) ? $0[index] : nil }
  }

  mutating func append(_ quote: Touchpoint.Quote, at touchpoint: TouchpointID) {
    let index = quotes[touchpoint]?.count ?? 0
    quotes[touchpoint, default: []].append(quote)
    note(quote, touchpoint, index)
  }

  mutating func change(_ touchpoint: TouchpointID, _ index: Int, to quote: Touchpoint.Quote) {
    guard let old = self.quote(touchpoint, index) else { return }
    places[Key(touchpoint: touchpoint, words: old.text)] = nil
    ids[Key(touchpoint: touchpoint, words: QuoteDecisions.id(touchpoint.rawValue, old.text))] = nil
    quotes[touchpoint]?[index] = quote
    note(quote, touchpoint, index)
  }

  private mutating func note(_ quote: Touchpoint.Quote, _ touchpoint: TouchpointID, _ index: Int) {
    let key = Key(touchpoint: touchpoint, words: quote.text)
    places[key] = places[key] ?? index
    let id = Key(
      touchpoint: touchpoint, words: QuoteDecisions.id(touchpoint.rawValue, quote.text))
    ids[id] = ids[id] ?? index
  }

  // MARK: - What a person should look at

  /// Quotes that stand in the document although the review does not keep them, and those that are shown
  /// although it does not say that the customer agreed.
  func warnings(_ review: QuoteReview) -> [String] {
    var kept: [Key: Bool?] = [:]
    for entry in review.kept {
      kept[Key(touchpoint: entry.touchpoint, words: entry.quote.text)] = entry.saidConsent
    }
    let refused = Set(review.refused.map { Key(touchpoint: $0.touchpoint, words: $0.words) })
    var left: [String] = []
    var open: [String] = []
    for touchpoint in order {
      for quote in quotes[touchpoint] ?? [] {
        let key = Key(touchpoint: touchpoint, words: quote.text)
        let shown = "'\(touchpoint)': \(Self.beginning(quote.text))"
        if let said = kept[key] {
          if said == nil, quote.consent != false { open.append(shown) }
        } else if refused.contains(key) || quote.source.map(review.sources.contains) == true {
          left.append(shown)
        }
      }
    }
    var warnings: [String] = []
    if !left.isEmpty {
      warnings.append(
        "\(Wording.count(left.count, "quote")) in the document "
          + "\(left.count == 1 ? "is" : "are") of this review's source or refused in it, and not "
          + "among those that it keeps: \(Wording.list(left, most: 8)). Remove by hand what is not "
          + "to stay.")
    }
    if !open.isEmpty {
      warnings.append(
        "\(Wording.count(open.count, "quote")) may be shown as the document has "
          + "\(open.count == 1 ? "it" : "them"), and nothing stands under consent in the review: "
          + "\(Wording.list(open, most: 8)). Where the customer did not agree, write no there and keep "
          + "the review again.")
    }
    return warnings
  }

  private static func beginning(_ words: String) -> String {
    let line = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count > 40 ? "“\(line.prefix(39))…”" : "“\(line)”"
  }
}
