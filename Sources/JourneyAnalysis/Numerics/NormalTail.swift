#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The chance that a standard normal variable lies at least so far from 0, either way.
///
/// `erfc(|z| / √2)`, which keeps its relative precision far out. Cost: constant.
///
/// - Parameter z: How many standard errors.
/// - Returns: 0…1; 1 at 0.
func normalTwoSidedTail(_ z: Double) -> Double {
  erfc(z.magnitude / 2.0.squareRoot())
}
