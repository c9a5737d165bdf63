/// Where one state of an absorbing Markov chain leads.
struct ChainRow {
  /// The states it leads to; a state may stand here twice, and the state itself may too.
  var targets: [Int32] = []
  /// The chance of each of ``targets``.
  var chances: [Double] = []
  /// The chance to leave the chain from here.
  var exit: Double = 0
}

/// Why a chain cannot be solved.
enum ChainFailure: Error, Equatable {
  /// From this state no way out is left, or its chance is too small for floating point.
  case closed(state: Int)
  /// The elimination fills in beyond all bounds: too many states lead to each other.
  case entangled
}
