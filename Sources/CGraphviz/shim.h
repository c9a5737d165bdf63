/* Deliberately empty: Swift never imports Graphviz's own headers. */
