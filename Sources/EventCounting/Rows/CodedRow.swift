/// A row with numbers for its names; 0 stands for no channel, persona, stage, or score.
struct CodedRow: BitwiseCopyable {
  var customer: UInt32
  var touchpoint: UInt32
  var time: Int64
  var began: Int64
  var sequence: Int64
  var felt: UInt64
  var channel: UInt32
  var persona: UInt32
  var stage: UInt32
  var part: UInt8
}
