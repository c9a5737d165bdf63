#include "Library.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>

// MARK: What went wrong

static _Thread_local CExportFailure failure;
static _Thread_local char message[1024];
// Whether a call is under way on this thread, so that warnings are ours to catch.
static _Thread_local bool listening;

CExportFailure CExport_failure(void) { return failure; }
const char *CExport_message(void) { return message; }

bool CExport_fail(CExportFailure kind, const char *words) {
  failure = kind;
  if (words != NULL) snprintf(message, sizeof message, "%s", words);
  return false;
}

void CExport_begin(void) {
  listening = true;
  failure = CExportNoFailure;
  message[0] = '\0';
}

bool CExport_end(bool isDone) {
  listening = false;
  return isDone;
}

// MARK: The libraries

struct CExportLibrary library;
static char unavailable[512];

static void *openLibrary(void) {
#ifdef __APPLE__
  // The loader does not look where Homebrew and MacPorts install.
  static const char *const names[] = {
      "librsvg-2.2.dylib", "/opt/homebrew/lib/librsvg-2.2.dylib",
      "/usr/local/lib/librsvg-2.2.dylib", "/opt/local/lib/librsvg-2.2.dylib"};
#else
  static const char *const names[] = {"librsvg-2.so.2"};
#endif
  for (size_t index = 0; index < sizeof names / sizeof *names; index++) {
    void *handle = dlopen(names[index], RTLD_LAZY | RTLD_LOCAL);
    if (handle != NULL) return handle;
  }
  return NULL;
}

// What the libraries warn of during a call is kept for its error; else it goes where it always goes,
// which is another's business.
static void hear(const char *domain, GLogLevelFlags level, const char *words, void *user) {
  if (!listening) {
    library.g_log_default_handler(domain, level, words, user);
  } else if (message[0] == '\0' && words != NULL) {
    snprintf(message, sizeof message, "%s", words);
  }
}

// Symbols are looked for in the library and in all that it depends on: cairo and Pango are.
static void loadLibraries(void) {
  void *handle = openLibrary();
  const char *missing = NULL;
  if (handle == NULL) {
    const char *words = dlerror();
    snprintf(unavailable, sizeof unavailable, "%s", words != NULL ? words : "it cannot be loaded");
    return;
  }
#define CEXPORT_FIND(result, name, parameters)                   \
  library.name = (__typeof__(&name))dlsym(handle, #name);        \
  if (library.name == NULL && missing == NULL) missing = #name;
  CEXPORT_FUNCTIONS(CEXPORT_FIND)
  if (missing != NULL) {
    snprintf(unavailable, sizeof unavailable, "it has no %s", missing);
    return;
  }
  static const char *const domains[] = {"librsvg", "Pango", "cairo", "GLib", "GLib-GObject",
                                        "GLib-GIO", "GdkPixbuf"};
  for (size_t index = 0; index < sizeof domains / sizeof *domains; index++) {
    // Errors, critical messages and warnings, whether or not they end the process.
    library.g_log_set_handler(domains[index], (GLogLevelFlags)(1 | 2 | 4 | 8 | 16), hear, NULL);
  }
}

bool CExport_load(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, loadLibraries);
  if (unavailable[0] == '\0') return true;
  return CExport_fail(CExportNoLibrary, unavailable);
}
