/// The place of each role among the cells of a row.
enum Slot {
  static let customer = 0
  static let touchpoint = 1
  static let time = 2
  static let began = 3
  static let sequence = 4
  static let channel = 5
  static let persona = 6
  static let stage = 7
  static let felt = 8
  static let lifecycle = 9

  /// The place of a role.
  static func of(_ role: LogOptions.Role) -> Int {
    switch role {
    case .customer: customer
    case .touchpoint: touchpoint
    case .time: time
    case .began: began
    case .sequence: sequence
    case .channel: channel
    case .persona: persona
    case .stage: stage
    case .felt: felt
    case .lifecycle: lifecycle
    }
  }
}
