#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The chance that a standard normal variable is at least so far from 0, either way: `erfc(z / √2)`.
func twoSidedChance(_ z: Double) -> Double {
  z.isFinite ? erfc(z.magnitude / 2.0.squareRoot()) : 0
}
