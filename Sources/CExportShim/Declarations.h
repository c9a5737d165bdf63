// What is used of GLib, cairo, Pango, zlib and librsvg: declared here, so that building needs none of
// their headers, and looked up by name when first needed. All of it has been stable for ten years
// and more; the youngest are rsvg_handle_get_intrinsic_size_in_pixels (2.52, 2021) and
// pango_context_set_round_glyph_positions (1.44, 2019).
//
// With CEXPORT_HEADERS the real headers are read first and the compiler compares: that is what
// Scripts/check-declarations does.
#ifndef CEXPORT_DECLARATIONS_H
#define CEXPORT_DECLARATIONS_H

#ifdef CEXPORT_HEADERS
#include <cairo-pdf.h>
#include <librsvg/rsvg.h>
#include <pango/pangocairo.h>
#include <zlib.h>
#else
typedef struct { uint32_t domain; int code; char *message; } GError;
typedef void (*GLogFunc)(const char *, int, const char *, void *);
typedef int GLogLevelFlags;

typedef struct cairo_surface cairo_surface_t;
typedef struct cairo cairo_t;
typedef struct cairo_font_options cairo_font_options_t;
typedef int cairo_status_t, cairo_format_t, cairo_pdf_version_t, cairo_pdf_metadata_t;
typedef int cairo_hint_style_t, cairo_hint_metrics_t, cairo_content_t;
typedef struct { double x, y, width, height; } cairo_rectangle_t;
typedef union {
  struct { int type; int length; } header;
  struct { double x, y; } point;
} cairo_path_data_t;
typedef struct { cairo_status_t status; cairo_path_data_t *data; int num_data; } cairo_path_t;
typedef cairo_status_t (*cairo_write_func_t)(void *, const unsigned char *, unsigned int);
enum { CAIRO_STATUS_SUCCESS = 0, CAIRO_STATUS_NO_MEMORY = 1 };
enum { CAIRO_CONTENT_COLOR_ALPHA = 0x3000 };
enum { CAIRO_FORMAT_ARGB32 = 0, CAIRO_FORMAT_RGB24 = 1 };
enum { CAIRO_PDF_VERSION_1_4 = 0 };
enum { CAIRO_PDF_METADATA_TITLE = 0, CAIRO_PDF_METADATA_SUBJECT = 2, CAIRO_PDF_METADATA_CREATOR = 4,
       CAIRO_PDF_METADATA_CREATE_DATE = 5 };
enum { CAIRO_HINT_STYLE_NONE = 1, CAIRO_HINT_METRICS_OFF = 1 };
enum { CAIRO_PATH_MOVE_TO, CAIRO_PATH_LINE_TO, CAIRO_PATH_CURVE_TO, CAIRO_PATH_CLOSE_PATH };

typedef struct PangoLayout PangoLayout;
typedef struct PangoContext PangoContext;
typedef struct PangoFontDescription PangoFontDescription;
typedef struct PangoLayoutIter PangoLayoutIter;
typedef struct PangoFont PangoFont;
typedef struct PangoGlyphString PangoGlyphString;
typedef struct PangoLanguage PangoLanguage;
typedef int PangoDirection, PangoStyle, PangoWeight;
typedef struct { int x, y, width, height; } PangoRectangle;
// The beginnings only; Pango makes them.
typedef struct {
  int offset, length, num_chars;
  struct { void *shape_engine, *lang_engine; PangoFont *font; } analysis;
} PangoItem;
typedef struct { PangoItem *item; PangoGlyphString *glyphs; } PangoGlyphItem;
typedef PangoGlyphItem PangoLayoutRun;
enum { PANGO_SCALE = 1024, PANGO_DIRECTION_RTL = 1, PANGO_DIRECTION_WEAK_LTR = 4 };
enum { PANGO_STYLE_NORMAL = 0, PANGO_STYLE_ITALIC = 2 };

typedef struct {
  const unsigned char *next_in; unsigned int avail_in; unsigned long total_in;
  unsigned char *next_out; unsigned int avail_out; unsigned long total_out;
  const char *msg;
  void *state, *zalloc, *zfree, *opaque;
  int data_type;
  unsigned long adler, reserved;
} z_stream;
enum { Z_OK = 0, Z_STREAM_END = 1, Z_BUF_ERROR = -5, Z_NO_FLUSH = 0, Z_FINISH = 4 };

typedef struct RsvgHandle RsvgHandle;
typedef struct { double x, y, width, height; } RsvgRectangle;
#endif

// USE(type of result, name, parameters)
#define CEXPORT_FUNCTIONS(USE)                                                                     \
  USE(void, g_error_free, (GError *))                                                              \
  USE(void, g_object_unref, (void *))                                                              \
  USE(unsigned int, g_log_set_handler, (const char *, GLogLevelFlags, GLogFunc, void *))           \
  USE(void, g_log_default_handler, (const char *, GLogLevelFlags, const char *, void *))           \
  USE(cairo_surface_t *, cairo_image_surface_create, (cairo_format_t, int, int))                   \
  USE(unsigned char *, cairo_image_surface_get_data, (cairo_surface_t *))                          \
  USE(int, cairo_image_surface_get_stride, (cairo_surface_t *))                                    \
  USE(cairo_surface_t *, cairo_recording_surface_create,                                           \
      (cairo_content_t, const cairo_rectangle_t *))                                                \
  USE(cairo_surface_t *, cairo_pdf_surface_create_for_stream,                                      \
      (cairo_write_func_t, void *, double, double))                                                \
  USE(void, cairo_pdf_surface_restrict_to_version, (cairo_surface_t *, cairo_pdf_version_t))       \
  USE(void, cairo_pdf_surface_set_size, (cairo_surface_t *, double, double))                       \
  USE(void, cairo_pdf_surface_set_metadata,                                                        \
      (cairo_surface_t *, cairo_pdf_metadata_t, const char *))                                     \
  USE(void, cairo_surface_flush, (cairo_surface_t *))                                              \
  USE(void, cairo_surface_finish, (cairo_surface_t *))                                             \
  USE(cairo_status_t, cairo_surface_status, (cairo_surface_t *))                                   \
  USE(void, cairo_surface_destroy, (cairo_surface_t *))                                            \
  USE(cairo_t *, cairo_create, (cairo_surface_t *))                                                \
  USE(void, cairo_destroy, (cairo_t *))                                                            \
  USE(cairo_status_t, cairo_status, (cairo_t *))                                                   \
  USE(const char *, cairo_status_to_string, (cairo_status_t))                                      \
  USE(void, cairo_save, (cairo_t *))                                                               \
  USE(void, cairo_restore, (cairo_t *))                                                            \
  USE(void, cairo_translate, (cairo_t *, double, double))                                          \
  USE(void, cairo_scale, (cairo_t *, double, double))                                              \
  USE(void, cairo_rectangle, (cairo_t *, double, double, double, double))                          \
  USE(void, cairo_clip, (cairo_t *))                                                               \
  USE(void, cairo_show_page, (cairo_t *))                                                          \
  USE(void, cairo_new_path, (cairo_t *))                                                           \
  USE(void, cairo_move_to, (cairo_t *, double, double))                                            \
  USE(cairo_path_t *, cairo_copy_path, (cairo_t *))                                                \
  USE(void, cairo_path_destroy, (cairo_path_t *))                                                  \
  USE(cairo_font_options_t *, cairo_font_options_create, (void))                                   \
  USE(void, cairo_font_options_destroy, (cairo_font_options_t *))                                  \
  USE(void, cairo_font_options_set_hint_style, (cairo_font_options_t *, cairo_hint_style_t))       \
  USE(void, cairo_font_options_set_hint_metrics, (cairo_font_options_t *, cairo_hint_metrics_t))   \
  USE(PangoLayout *, pango_cairo_create_layout, (cairo_t *))                                       \
  USE(void, pango_cairo_context_set_font_options, (PangoContext *, const cairo_font_options_t *))  \
  USE(void, pango_cairo_glyph_string_path, (cairo_t *, PangoFont *, PangoGlyphString *))           \
  USE(PangoContext *, pango_layout_get_context, (PangoLayout *))                                   \
  USE(void, pango_layout_context_changed, (PangoLayout *))                                         \
  USE(void, pango_layout_set_auto_dir, (PangoLayout *, int))                                       \
  USE(void, pango_layout_set_single_paragraph_mode, (PangoLayout *, int))                          \
  USE(void, pango_layout_set_text, (PangoLayout *, const char *, int))                             \
  USE(void, pango_layout_set_font_description, (PangoLayout *, const PangoFontDescription *))      \
  USE(PangoLayoutIter *, pango_layout_get_iter, (PangoLayout *))                                   \
  USE(PangoLayoutRun *, pango_layout_iter_get_run_readonly, (PangoLayoutIter *))                   \
  USE(void, pango_layout_iter_get_run_extents,                                                     \
      (PangoLayoutIter *, PangoRectangle *, PangoRectangle *))                                     \
  USE(void, pango_layout_iter_get_line_extents,                                                    \
      (PangoLayoutIter *, PangoRectangle *, PangoRectangle *))                                     \
  USE(int, pango_layout_iter_next_run, (PangoLayoutIter *))                                        \
  USE(void, pango_layout_iter_free, (PangoLayoutIter *))                                           \
  USE(void, pango_context_set_base_dir, (PangoContext *, PangoDirection))                          \
  USE(void, pango_context_set_language, (PangoContext *, PangoLanguage *))                         \
  USE(void, pango_context_set_round_glyph_positions, (PangoContext *, int))                        \
  USE(PangoLanguage *, pango_language_from_string, (const char *))                                 \
  USE(PangoFontDescription *, pango_font_description_new, (void))                                  \
  USE(void, pango_font_description_free, (PangoFontDescription *))                                 \
  USE(void, pango_font_description_set_family, (PangoFontDescription *, const char *))             \
  USE(void, pango_font_description_set_style, (PangoFontDescription *, PangoStyle))                \
  USE(void, pango_font_description_set_weight, (PangoFontDescription *, PangoWeight))              \
  USE(void, pango_font_description_set_absolute_size, (PangoFontDescription *, double))            \
  USE(int, deflateInit_, (z_stream *, int, const char *, int))                                     \
  USE(int, deflate, (z_stream *, int))                                                             \
  USE(int, deflateEnd, (z_stream *))                                                               \
  USE(RsvgHandle *, rsvg_handle_new_from_data, (const unsigned char *, size_t, GError **))         \
  USE(void, rsvg_handle_set_dpi, (RsvgHandle *, double))                                           \
  USE(int, rsvg_handle_get_intrinsic_size_in_pixels, (RsvgHandle *, double *, double *))           \
  USE(int, rsvg_handle_render_document,                                                            \
      (RsvgHandle *, cairo_t *, const RsvgRectangle *, GError **))

#define CEXPORT_PROTOTYPE(result, name, parameters) result name parameters;
CEXPORT_FUNCTIONS(CEXPORT_PROTOTYPE)

#endif
