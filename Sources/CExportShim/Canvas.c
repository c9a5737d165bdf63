#include "CFontLock.h"
#include <stdlib.h>
#include <string.h>

#include "Library.h"

// MARK: Documents

static bool failWith(CExportFailure kind, GError *error) {
  CExport_fail(kind, error != NULL ? error->message : NULL);
  if (error != NULL) library.g_error_free(error);
  return false;
}

static RsvgHandle *handle(CExportDocument *document) { return (RsvgHandle *)document; }

CExportDocument *CExport_open(const uint8_t *bytes, size_t count) {
  CFONT_LOCK_HERE;
  CExport_begin();
  if (!CExport_load()) return CExport_end(false), NULL;
  GError *error = NULL;
  RsvgHandle *result = library.rsvg_handle_new_from_data(bytes, count, &error);
  if (result == NULL) {
    failWith(CExportBadSVG, error);
  } else {
    library.rsvg_handle_set_dpi(result, 96);
  }
  return CExport_end(result != NULL), (CExportDocument *)result;
}

void CExport_close(CExportDocument *document) {
  CFONT_LOCK_HERE;
  library.g_object_unref(handle(document));
}

bool CExport_size(CExportDocument *document, double *width, double *height) {
  CFONT_LOCK_HERE;
  return library.rsvg_handle_get_intrinsic_size_in_pixels(handle(document), width, height);
}

// MARK: Canvases

struct CExportCanvas {
  cairo_surface_t *surface;
  cairo_t *context;
  // Of an image, in px.
  bool isImage, isOpaque;
  int width, height;
  // The file, as far as it is written.
  uint8_t *bytes;
  size_t count, capacity;
};

bool CExport_append(CExportCanvas *canvas, const uint8_t *bytes, size_t count) {
  if (canvas->capacity - canvas->count < count) {
    size_t capacity = (canvas->count + count) * 2 + 65536;
    uint8_t *grown = realloc(canvas->bytes, capacity);
    if (grown == NULL) return false;
    canvas->bytes = grown;
    canvas->capacity = capacity;
  }
  memcpy(canvas->bytes + canvas->count, bytes, count);
  canvas->count += count;
  return true;
}

static cairo_status_t append(void *user, const unsigned char *bytes, unsigned int count) {
  return CExport_append(user, bytes, count) ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_NO_MEMORY;
}

static bool holds(cairo_status_t status) {
  if (status == CAIRO_STATUS_SUCCESS) return true;
  return CExport_fail(status == CAIRO_STATUS_NO_MEMORY ? CExportNoMemory : CExportNotDrawn,
              library.cairo_status_to_string(status));
}

static bool isSound(CExportCanvas *canvas) {
  return holds(library.cairo_status(canvas->context)) &&
         holds(library.cairo_surface_status(canvas->surface));
}

static CExportCanvas *newCanvas(void) {
  CExport_begin();
  if (!CExport_load()) return NULL;
  CExportCanvas *canvas = calloc(1, sizeof *canvas);
  if (canvas == NULL) CExport_fail(CExportNoMemory, NULL);
  return canvas;
}

// cairo gives a surface and a context even when it has no memory; only their status tells.
static CExportCanvas *opened(CExportCanvas *canvas) {
  canvas->context = library.cairo_create(canvas->surface);
  if (CExport_end(isSound(canvas))) return canvas;
  CExport_closeCanvas(canvas);
  return NULL;
}

CExportCanvas *CExport_newImage(int width, int height, bool opaque) {
  CFONT_LOCK_HERE;
  CExportCanvas *canvas = newCanvas();
  if (canvas == NULL) return CExport_end(false), NULL;
  canvas->isImage = true;
  canvas->isOpaque = opaque;
  canvas->width = width;
  canvas->height = height;
  canvas->surface = library.cairo_image_surface_create(
      opaque ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32, width, height);
  return opened(canvas);
}

CExportCanvas *CExport_newPDF(const char *title, const char *subject) {
  CFONT_LOCK_HERE;
  CExportCanvas *canvas = newCanvas();
  if (canvas == NULL) return CExport_end(false), NULL;
  cairo_surface_t *surface = library.cairo_pdf_surface_create_for_stream(append, canvas, 1, 1);
  canvas->surface = surface;
  // Later versions pack the objects that the language is added to.
  library.cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_4);
  library.cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title);
  if (subject[0] != '\0') {
    library.cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, subject);
  }
  library.cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "JourneyKit");
  library.cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, NULL);
  return opened(canvas);
}

void CExport_closeCanvas(CExportCanvas *canvas) {
  CFONT_LOCK_HERE;
  if (canvas->context != NULL) library.cairo_destroy(canvas->context);
  // A PDF that is not finished writes its end now, so the bytes must still be there.
  if (canvas->surface != NULL) library.cairo_surface_destroy(canvas->surface);
  free(canvas->bytes);
  free(canvas);
}

bool CExport_beginPage(CExportCanvas *canvas, double width, double height) {
  CFONT_LOCK_HERE;
  CExport_begin();
  library.cairo_pdf_surface_set_size(canvas->surface, width, height);
  return CExport_end(isSound(canvas));
}

bool CExport_endPage(CExportCanvas *canvas) {
  CFONT_LOCK_HERE;
  CExport_begin();
  library.cairo_show_page(canvas->context);
  return CExport_end(isSound(canvas));
}

bool CExport_draw(CExportCanvas *canvas, CExportDocument *document, double width, double height,
                  CExportRect frame, CExportRect clip) {
  CFONT_LOCK_HERE;
  CExport_begin();
  cairo_t *context = canvas->context;
  library.cairo_save(context);
  library.cairo_rectangle(context, clip.x, clip.y, clip.width, clip.height);
  library.cairo_clip(context);
  library.cairo_translate(context, frame.x, frame.y);
  library.cairo_scale(context, frame.width / width, frame.height / height);
  RsvgRectangle viewport = {0, 0, width, height};
  GError *error = NULL;
  bool isDrawn =
      library.rsvg_handle_render_document(handle(document), context, &viewport, &error) != 0;
  library.cairo_restore(context);
  // Of the two, cairo's status is the one that tells memory from the rest.
  bool isDone = isSound(canvas);
  if (error != NULL || !isDrawn) {
    if (isDone) CExport_fail(CExportNotDrawn, error != NULL ? error->message : NULL);
    if (error != NULL) library.g_error_free(error);
    isDone = false;
  }
  return CExport_end(isDone);
}

bool CExport_finish(CExportCanvas *canvas, const uint8_t **bytes, size_t *count) {
  CFONT_LOCK_HERE;
  CExport_begin();
  bool isDone = true;
  if (canvas->isImage) {
    isDone = CExport_compressPixels(canvas, (size_t)canvas->width, (size_t)canvas->height,
                                    canvas->isOpaque);
  } else {
    library.cairo_surface_finish(canvas->surface);
    isDone = holds(library.cairo_surface_status(canvas->surface));
  }
  *bytes = isDone ? canvas->bytes : NULL;
  *count = isDone ? canvas->count : 0;
  return CExport_end(isDone);
}

const uint32_t *CExport_pixels(CExportCanvas *canvas, size_t *perRow) {
  if (!canvas->isImage) return NULL;
  library.cairo_surface_flush(canvas->surface);
  *perRow = (size_t)library.cairo_image_surface_get_stride(canvas->surface) / 4;
  return (const uint32_t *)(const void *)library.cairo_image_surface_get_data(canvas->surface);
}
