/// A growing run of plain values that checks neither bounds nor sharing, and goes with its owner.
///
/// Counting touches each row a dozen times; an `Array` would ask each time whether it is shared.
struct Store<Element: BitwiseCopyable>: ~Copyable {
  private(set) var base: UnsafeMutablePointer<Element>
  private(set) var count: Int
  private var capacity: Int

  init() {
    base = .allocate(capacity: 0)
    count = 0
    capacity = 0
  }

  init(repeating value: Element, count: Int) {
    base = .allocate(capacity: count)
    base.initialize(repeating: value, count: count)
    self.count = count
    capacity = count
  }

  deinit {
    base.deallocate()
  }

  subscript(index: Int) -> Element {
    get { base[index] }
    nonmutating set { base[index] = newValue }
  }

  mutating func append(_ value: Element) {
    if count == capacity { reserve(count &+ 1) }
    (base + count).initialize(to: value)
    count &+= 1
  }

  mutating func append(contentsOf values: UnsafeBufferPointer<Element>) {
    guard let first = values.baseAddress, !values.isEmpty else { return }
    reserve(count + values.count)
    (base + count).initialize(from: first, count: values.count)
    count += values.count
  }

  /// Has room for so many values; what is between the old end and the new is not set.
  mutating func resize(_ size: Int) {
    if size > capacity {
      count = min(count, capacity)
      reserve(size)
    }
    count = size
  }

  /// Has so many values, all the same.
  mutating func fill(_ value: Element, count size: Int) {
    count = 0
    resize(size)
    base.initialize(repeating: value, count: size)
  }

  /// Has at least so many values; new ones are set to the value.
  mutating func extend(to size: Int, with value: Element) {
    guard size > count else { return }
    reserve(size)
    (base + count).initialize(repeating: value, count: size - count)
    count = size
  }

  mutating func removeAll() {
    count = 0
  }

  private mutating func reserve(_ size: Int) {
    guard size > capacity else { return }
    let grown = max(size, capacity &+ capacity / 2, 8)
    let fresh = UnsafeMutablePointer<Element>.allocate(capacity: grown)
    fresh.moveInitialize(from: base, count: count)
    base.deallocate()
    base = fresh
    capacity = grown
  }
}
