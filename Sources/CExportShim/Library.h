// What the files of this shim share.
#ifndef CEXPORT_LIBRARY_H
#define CEXPORT_LIBRARY_H

#include "CExportShim.h"
#include "Declarations.h"

// One pointer for each function, under its own name: library.cairo_create(…).
#define CEXPORT_POINTER(result, name, parameters) __typeof__(&name) name;
struct CExportLibrary { CEXPORT_FUNCTIONS(CEXPORT_POINTER) };
#define library CExport_library
extern struct CExportLibrary library;

// Around every call that may fail or warn: forgets the last failure and listens; listens no more.
void CExport_begin(void);
bool CExport_end(bool isDone);
// Notes a failure; always false. Without words, what was heard stays.
bool CExport_fail(CExportFailure kind, const char *words);

// Adds bytes to the file that a canvas becomes; false: no memory.
bool CExport_append(CExportCanvas *canvas, const uint8_t *bytes, size_t count);
// Adds the pixels of an image to it, compressed as PNG has them.
bool CExport_compressPixels(CExportCanvas *canvas, size_t width, size_t height, bool opaque);

#endif
