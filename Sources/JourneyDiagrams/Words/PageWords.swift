/// The words of the page that presents, beside those of its pictures.
package struct PageWords: Hashable, Sendable {
  package var everybody = "Everybody"

  package init() {}
}
