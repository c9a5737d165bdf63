/// Everything GraphvizKit asks of Graphviz's C library, on one page.
///
/// No Graphviz header is included here: Swift can use hardly any of them (accessor macros, mutable
/// globals, non-const strings), and what it can use changed at versions 3, 9, 11, 13 and 14. The
/// differences end in CGraphvizShim.c. DOT text goes in, bytes come out; no structure is read,
/// since the layouts changed without the library's binary version changing.
///
/// The library is not thread-safe, not even with one context per thread. The caller must hold ONE
/// lock per process around every function below.
#ifndef CGRAPHVIZ_SHIM_H
#define CGRAPHVIZ_SHIM_H

#include <stddef.h>

/// The library's context: plugins, fonts and the job in hand. One per process is meant.
typedef struct CGraphvizContext CGraphvizContext;

/// Receives one piece of the library's messages. A message arrives as "Error" or "Warning", then
/// ": ", then its text and perhaps more pieces; the receiver puts them together.
typedef void (*CGraphvizSink)(void *_Nullable user, const char *_Nonnull piece);

/// Which step a job reached, because the library's own words do not always say.
typedef enum CGraphvizOutcome {
  CGraphvizDone,
  /// The text holds no graph, or is not DOT; a syntax error is in the messages.
  CGraphvizNoGraph,
  /// The text goes on after the first graph; what follows would be read with the NEXT job's text.
  CGraphvizMoreThanOneGraph,
  /// No such engine, or the engine gave up.
  CGraphvizNoLayout,
  /// No such format, or the device failed.
  CGraphvizNoOutput,
} CGraphvizOutcome;

/// Makes the context; it finds and loads the plugins, which costs 5 to 25 ms. NULL: no memory.
CGraphvizContext *_Nullable CGraphviz_open(void);

/// Frees the context. For tests and tools: a process keeps its one context until it ends.
void CGraphviz_close(CGraphvizContext *_Nonnull context);

/// The version that runs, which is not always the version compiled against. Owned by the context.
const char *_Nonnull CGraphviz_version(CGraphvizContext *_Nonnull context);

/// Reads `dot`, lays it out with `engine` and draws it as `format`; every graph and layout is freed
/// again, whatever happens. After CGraphvizDone `*bytes` holds `*length` bytes for the caller to
/// pass to CGraphviz_free; else it is NULL. Messages go to `sink`, nothing to standard error.
/// "Done" alone does not mean that all went well: see the errors among the messages.
CGraphvizOutcome CGraphviz_render(
    CGraphvizContext *_Nonnull context, const char *_Nonnull dot, const char *_Nonnull engine,
    const char *_Nonnull format, CGraphvizSink _Nonnull sink, void *_Nullable user,
    char *_Nullable *_Nonnull bytes, size_t *_Nonnull length);

/// Frees what CGraphviz_render gave, with the library's own allocator.
void CGraphviz_free(char *_Nullable bytes);

#endif
