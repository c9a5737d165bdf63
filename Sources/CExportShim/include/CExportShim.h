/// Everything JourneyExport asks of librsvg, cairo and Pango, on one page.
///
/// The libraries are loaded by the first call that needs them, not with the program: linked, they
/// would make every start of it two thirds longer (22 ms for 13), also where nothing is drawn. No
/// header of theirs is needed for building either; Declarations.h has what is used.
///
/// A document or a canvas belongs to one thread at a time. Calls from several threads wait for each
/// other at CFontLock: the faces of fonts are shared, and cairo 1.16 can lose one that is in use. What they would print with g_log is caught, thread by thread, and told by
/// CExport_message; structured logging has one writer for a process, which is the program's to set.
#ifndef CEXPORT_SHIM_H
#define CEXPORT_SHIM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Why a call failed.
typedef enum CExportFailure {
  CExportNoFailure,
  /// The libraries are not installed, or too old.
  CExportNoLibrary,
  /// The text is not SVG, or more than the library allows.
  CExportBadSVG,
  /// There is not enough memory.
  CExportNoMemory,
  /// Drawing did not work for another reason.
  CExportNotDrawn,
} CExportFailure;

/// The failure of this thread's last call that failed, and the library's words for it, perhaps "".
CExportFailure CExport_failure(void);
const char *_Nonnull CExport_message(void);

/// Loads the libraries unless they are; false: they cannot be.
bool CExport_load(void);

/// A parsed SVG text. It has no address, so nothing that it refers to is ever opened.
typedef struct CExportDocument CExportDocument;

CExportDocument *_Nullable CExport_open(const uint8_t *_Nonnull bytes, size_t count);
void CExport_close(CExportDocument *_Nonnull document);
/// Its width and height in px; false: it has none, being given in per cent.
bool CExport_size(CExportDocument *_Nonnull document, double *_Nonnull width,
                  double *_Nonnull height);

/// Something to draw on: pixels or the pages of a PDF.
typedef struct CExportCanvas CExportCanvas;

/// Pixels, transparent unless opaque, which has no alpha at all and begins black.
CExportCanvas *_Nullable CExport_newImage(int width, int height, bool opaque);
/// Pages; title and subject go into the file, the date of making does not.
CExportCanvas *_Nullable CExport_newPDF(const char *_Nonnull title, const char *_Nonnull subject);
void CExport_closeCanvas(CExportCanvas *_Nonnull canvas);

/// A rectangle in the canvas's unit: px, or points of 1/72 inch.
typedef struct CExportRect {
  double x, y, width, height;
} CExportRect;

/// Begins a page of a PDF, and ends it.
bool CExport_beginPage(CExportCanvas *_Nonnull canvas, double width, double height);
bool CExport_endPage(CExportCanvas *_Nonnull canvas);
/// Draws a document of that size in px into `frame`, nothing of it outside `clip`.
bool CExport_draw(CExportCanvas *_Nonnull canvas, CExportDocument *_Nonnull document, double width,
                  double height, CExportRect frame, CExportRect clip);

/// Ends the drawing and gives the file of a PDF, or an image's pixels as the data of a PNG: 8 bits
/// each of red, green, blue and, unless it is opaque, alpha. The bytes are the canvas's.
bool CExport_finish(CExportCanvas *_Nonnull canvas, const uint8_t *_Nullable *_Nonnull bytes,
                    size_t *_Nonnull count);
/// The pixels of an image: rows of 0xAARRGGBB, each value multiplied by its alpha; NULL for a PDF.
const uint32_t *_Nullable CExport_pixels(CExportCanvas *_Nonnull canvas, size_t *_Nonnull perRow);

/// One line of text to be outlined.
typedef struct CExportText {
  const char *_Nonnull text;
  /// Families in order of preference, separated by commas.
  const char *_Nonnull families;
  /// A BCP 47 tag, or "".
  const char *_Nonnull language;
  double size;
  int weight;
  bool isItalic;
  bool isRightToLeft;
} CExportText;

/// One step of an outline: 'M'ove and 'L'ine by (x1, y1), 'C'urve by all three, 'Z' closes.
typedef struct CExportStep {
  char kind;
  double x1, y1, x2, y2, x3, y3;
} CExportStep;

/// The outlines of a line of text whose baseline begins at 0, 0, and how far it advances. `isWhole`
/// is false where a font has letters without outlines, such as emoji made of pixels. The steps are
/// for the caller to free with CExport_free; NULL for text that shows nothing.
bool CExport_outline(CExportText text, CExportStep *_Nullable *_Nonnull steps,
                     size_t *_Nonnull count, double *_Nonnull advance, bool *_Nonnull isWhole);
void CExport_free(CExportStep *_Nullable steps);

#endif
