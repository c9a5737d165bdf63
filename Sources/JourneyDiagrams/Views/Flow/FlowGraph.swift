internal import JourneyAnalysis
internal import JourneyModel

/// What the flow view draws: cards, the links between them, and the exits that hang below cards.
///
/// Leaving is no link to a node of its own: everybody who leaves the journey does so below the card
/// they leave from, so that leaving is read where it happens and never crosses the traffic. Ways that
/// are too rare to be drawn are gathered there too, so that what comes to a card also goes on.
struct FlowGraph {
  /// Where a link begins or ends.
  enum Place: Hashable {
    /// Before the first touchpoint.
    case start
    /// A card, by its index in ``FlowGraph/cards``.
    case card(Int)
    /// What customers came for.
    case completed
  }

  /// A touchpoint.
  struct Card {
    /// The touchpoint.
    var touchpoint: Touchpoint
    /// Its figures.
    var figures: TouchpointFigures?
    /// What is felt here, −1…+1; nil when unknown.
    var v: Double?
    /// The hotspot, when it is one of those that pictures ring.
    var hotspot: Hotspot?
    /// How customers leave the journey from here, the most travelled first.
    var exits: [Exit] = []
    /// The way from here straight back to here.
    var round: Link?
    /// What it stands for, when it is several touchpoints.
    var group: FlowGathering.Group?

    /// Whether nobody comes here.
    var isUnreached: Bool { figures?.reach.map { $0 < FlowGraph.leastTravelled } ?? false }
  }

  /// A way from one place to another.
  struct Link {
    /// The link's id in DOT and in the picture.
    var id: String
    /// Where it begins.
    var source: Place
    /// Where it leads.
    var target: Place
    /// Traversals of one customer who starts; nil without flow.
    var traffic: Double?
    /// How many customers that is; nil when nobody counted those who start.
    var count: Double?
    /// Whether the document counts them, instead of giving a share.
    var isCounted = true
    /// A word on the arrow.
    var label: String?
    /// Whether it leads back to what stands before it in the document.
    var goesBack: Bool
  }

  /// A way out of the picture other than completing the journey.
  struct Exit {
    /// Where customers go.
    enum Kind: Hashable {
      /// The journey ends.
      case end(Transition.End)
      /// So many rarer transitions that are not drawn.
      case elsewhere(Int)
    }

    /// Where customers go.
    var kind: Kind
    /// Traversals of one customer who starts.
    var traffic: Double
    /// The share of those who come to the touchpoint.
    var share: Double?
    /// How many customers that is; nil when nobody counted those who start.
    var count: Double?
    /// Whether the document counts them, instead of giving a share.
    var isCounted = true
    /// A word on the arrow.
    var label: String?
    /// Whether it follows from inflow beyond the stated outflow.
    var isInferred: Bool

    /// Whether customers go on, by ways that are not drawn.
    var isElsewhere: Bool { if case .elsewhere = kind { true } else { false } }

    /// Whether customers are still under way here, and how many was counted.
    var isUnderWayCounted: Bool { kind == .end(.underWay) && isCounted && count != nil }
  }

  /// Cards that belong together.
  struct Stage {
    /// The stage.
    var id: StageID
    /// The share of those who start that reach it or a later one.
    var stillHere: Double?
    /// The cards, by their index.
    var cards: [Int]
  }

  /// The cards in the order of the document.
  var cards: [Card]
  /// The links in the order of the document.
  var links: [Link]
  /// The stages in their order; those without a card are left out.
  var stages: [Stage]
  /// Cards without a stage.
  var loose: [Int]
  /// Ways that nobody takes to or from cards that nobody comes to: they are not drawn, and say only
  /// where these cards stand.
  var unused: [(source: Int, target: Int)] = []
  /// Who starts in ways that are too rare to be drawn: how many ways, and the share of those who
  /// start; nil where all are drawn, or next to nobody starts otherwise.
  var startElsewhere: (ways: Int, traffic: Double)?
  /// Whether traffic is known.
  var hasFlow: Bool
  /// What is not drawn; nil when everything is.
  var leftOut: LeftOut?

  /// Whether anybody completes.
  var hasCompleted: Bool { links.contains { $0.target == .completed } }

  /// The touchpoint's name or the DOT name of an end.
  func name(of place: Place) -> String {
    switch place {
    case .start: "start"
    case .completed: "completed"
    case .card(let index): cards[index].touchpoint.id.rawValue
    }
  }
}
