#include "CFontLock.h"
#include "CGraphvizShim.h"

#include <gvc.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

// agseterrf takes no user pointer, so the receiver of the job in hand is static, under the caller's
// lock like everything else here.
static CGraphvizSink currentSink;
static void *currentUser;

static int forward(char *piece) {
  if (currentSink != NULL && piece != NULL) currentSink(currentUser, piece);
  return 0;
}

// Up to at least 2.43 the library formats a message longer than its buffer twice from one va_list,
// which crashes when the message quotes anything (a node name of 1,100 bytes is enough). The buffer
// grows and stays, so it is made large enough beforehand by a message that quotes nothing; four
// times the text is more than any message quotes of it.
static void makeRoomForMessages(size_t size) {
  static size_t room = 0;
  size_t wanted = size * 4 + 16384;
  if (wanted <= room) return;
  char *filler = malloc(wanted + 1);
  if (filler == NULL) return;
  memset(filler, '.', wanted);
  filler[wanted] = '\0';
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-security"
  agerr(AGWARN, filler);  // A format without conversions, which is the point.
#pragma GCC diagnostic pop
  free(filler);
  room = wanted;
}

// Graphviz's handle is the context itself: no structure of our own is needed.
static GVC_t *gvc(CGraphvizContext *context) { return (GVC_t *)context; }

CGraphvizContext *CGraphviz_open(void) {
  CFONT_LOCK_HERE;
  return (CGraphvizContext *)gvContext();
}

void CGraphviz_close(CGraphvizContext *context) {
  CFONT_LOCK_HERE;
  gvFreeContext(gvc(context));
}

const char *CGraphviz_version(CGraphvizContext *context) {
  CFONT_LOCK_HERE;
  const char *version = gvcVersion(gvc(context));
  return version != NULL ? version : "";
}

// The length is an unsigned int up to Graphviz 12 and a size_t from 13. There is no version macro
// before 14, so the function's own type decides; both branches must compile, hence the casts.
static int renderData(GVC_t *context, graph_t *graph, const char *format, char **bytes,
                      size_t *length) {
  typedef int (*Narrow)(GVC_t *, graph_t *, const char *, char **, unsigned int *);
  typedef int (*Wide)(GVC_t *, graph_t *, const char *, char **, size_t *);
  size_t wide = 0;
  unsigned int narrow = 0;
  int failed = _Generic(&gvRenderData,
                        Wide: ((Wide)gvRenderData)(context, graph, format, bytes, &wide),
                        default: ((Narrow)gvRenderData)(context, graph, format, bytes, &narrow));
  *length = wide != 0 ? wide : narrow;
  return failed;
}

// The library names subgraphs by the addresses of their names and goes through them in that order
// (up to 9, upstream #2242), so the same text was laid out a little differently from call to call.
// Where names are refused it counts instead, which is the order of the text, and keeps the names in
// a table of its own.
static long mapInOrder(void *state, int type, char *name, IDTYPE *id, int create) {
  if (type == AGRAPH && name != NULL) return 0;
  return AgIdDisc.map(state, type, name, id, create);
}

typedef struct {
  const char *rest;
  size_t count;
} Text;

static int readText(void *channel, char *buffer, int size) {
  Text *text = channel;
  size_t count = text->count < (size_t)size ? text->count : (size_t)size;
  memcpy(buffer, text->rest, count);
  text->rest += count;
  text->count -= count;
  return (int)count;
}

// agmemread with the order above; the parser keeps a pointer to the discipline, so it is static.
static graph_t *readGraph(const char *dot) {
  static Agiddisc_t ids;
  static Agiodisc_t io;
  static Agdisc_t discipline;
  ids = AgIdDisc;
  ids.map = (__typeof__(ids.map))mapInOrder;  // The flag is a bool in later versions.
  io = AgIoDisc;
  io.afread = readText;
  discipline.id = &ids;
  discipline.io = &io;
  Text text = {dot, strlen(dot)};
  return agread(&text, &discipline);
}

// Reads one more graph and throws it away. Whether there was one is the answer.
static bool skipGraph(const char *dot) {
  graph_t *graph = agmemread(dot);
  if (graph != NULL) agclose(graph);
  return graph != NULL;
}

// What stands after the first graph stays in the lexer and would come out with the next text, so
// "nothing" is read until nothing comes; errors in the rest are reported like any other.
static bool isAlone(void) {
  bool alone = true;
  while (skipGraph("")) alone = false;
  return alone;
}

// A comment, string or HTML-like string left open at the end of a text would swallow every later
// text of the process. While a small graph cannot be read, the ends of all three are, unheard; of
// the last sixteen a round, since its brackets nest, and a text cannot open more than its size.
static void resetLexer(size_t size) {
  static const char *const ends[] = {"*/", "\"", ">>>>>>>>>>>>>>>>"};
  CGraphvizSink sink = currentSink;
  currentSink = NULL;
  for (size_t step = 0; !skipGraph("graph{}") && step / 3 <= size / 16 + 1; step++) {
    skipGraph(ends[step % 3]);
  }
  currentSink = sink;
}

static CGraphvizOutcome renderGraph(GVC_t *context, graph_t *graph, const char *engine,
                                    const char *format, char **bytes, size_t *length) {
  if (gvLayout(context, graph, engine) != 0) return CGraphvizNoLayout;
  char *output = NULL;
  size_t count = 0;
  int failed = renderData(context, graph, format, &output, &count);
  // Only a render that succeeded may be freed: else the pointer is stale (lib/gvc/gvc.c).
  if (failed == 0) {
    *bytes = output;
    *length = output != NULL ? count : 0;
  }
  gvFreeLayout(context, graph);
  return failed == 0 ? CGraphvizDone : CGraphvizNoOutput;
}

CGraphvizOutcome CGraphviz_render(CGraphvizContext *context, const char *dot, const char *engine,
                                  const char *format, CGraphvizSink sink, void *user, char **bytes,
                                  size_t *length) {
  CFONT_LOCK_HERE;
  *bytes = NULL;
  *length = 0;

  agusererrf previousReceiver = agseterrf(forward);
  agerrlevel_t previousLevel = agseterr(AGWARN);
  makeRoomForMessages(strlen(dot));
  agreseterrors();
  currentSink = sink;
  currentUser = user;

  CGraphvizOutcome outcome = CGraphvizNoGraph;
  graph_t *graph = readGraph(dot);
  bool alone = isAlone();
  resetLexer(strlen(dot));
  if (graph != NULL) {
    outcome = alone ? renderGraph(gvc(context), graph, engine, format, bytes, length)
                    : CGraphvizMoreThanOneGraph;
    agclose(graph);
  }

  agseterr(previousLevel);
  agseterrf(previousReceiver);
  currentSink = NULL;
  currentUser = NULL;
  return outcome;
}

void CGraphviz_free(char *bytes) {
  if (bytes != NULL) gvFreeRenderData(bytes);
}
