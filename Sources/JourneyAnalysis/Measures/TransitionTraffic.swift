import JourneyModel

/// The figures of every transition, in the document's order, inferred ones behind their source's.
///
/// `probability = n(i→j) / Σ n(i→·)` without `under-way`; for `under-way` its share of all outflow.
/// `traffic = visits(source) · probability`; the start is visited once. Unit: 0…1, traversals of one
/// customer who starts. Cost: linear.
///
/// - Parameters:
///   - view: The flow.
///   - visits: Mean visits of each touchpoint.
/// - Returns: One value for each transition that is part of the view.
func transitionFigures(_ view: FlowView, visits: [Double]) -> [TransitionFigures] {
  let document = view.document
  var figures: [(order: Int, TransitionFigures)] = []
  for (index, source) in view.sources.enumerated() {
    guard let source else { continue }
    let all = source.ways.reduce(0) { $1.isEnding ? $0 : $0 + $1.amount }
    let gone = source.ways.reduce(0) { $1.isUnderWay ? $0 : $0 + $1.amount }
    // Inferred ways stand behind the last of their source; without one, at the end.
    let last = document.transitions[index].last ?? Int.max - document.start + index
    for way in source.ways {
      let total = way.isUnderWay ? all : gone
      let probability = total > 0 ? way.amount / total : 0
      let place = index < visits.count ? visits[index] : 1
      figures.append(
        (
          way.transition ?? last,
          TransitionFigures(
            source: index == document.start
              ? .start : .touchpoint(document.journey.touchpoints[index].id),
            target: document.target(way.target), probability: probability,
            traffic: place * probability,
            count: source.kind == .counts && way.isCounted(view, index) ? way.amount : nil,
            time: way.seconds, label: way.label, isInferred: way.transition == nil)
        ))
    }
  }
  let order = figures.indices.sorted { (figures[$0].order, $0) < (figures[$1].order, $1) }
  return order.map { figures[$0].1 }
}

extension FlowSource.Way {
  /// Whether it was inferred beside an `under-way` that counts the same customers.
  fileprivate var isEnding: Bool { transition == nil && target == .end(.ended) }

  /// Whether its amount is a number of customers: stated, or inferred from arrivals that are known.
  fileprivate func isCounted(_ view: FlowView, _ index: Int) -> Bool {
    transition != nil || index == view.document.start || view.arrivals[index] != nil
  }
}

extension FlowDocument {
  /// The place as the model names it.
  fileprivate func target(_ place: Place) -> Transition.Target {
    switch place {
    case .touchpoint(let index): .touchpoint(journey.touchpoints[index].id)
    case .end(let end): .end(end)
    }
  }
}
