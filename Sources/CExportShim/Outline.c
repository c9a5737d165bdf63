#include "CFontLock.h"
#include <stdlib.h>

#include "Library.h"

// Outlines are made this much larger and shrunk again: cairo counts in 1/256 of a unit.
static const double fineness = 16;

typedef struct {
  CExportStep *steps;
  size_t count, capacity;
} Outline;

static bool append(Outline *outline, CExportStep step) {
  if (outline->count == outline->capacity) {
    size_t capacity = outline->capacity * 2 + 256;
    CExportStep *grown = realloc(outline->steps, capacity * sizeof *grown);
    if (grown == NULL) return CExport_fail(CExportNoMemory, NULL);
    outline->steps = grown;
    outline->capacity = capacity;
  }
  outline->steps[outline->count++] = step;
  return true;
}

static bool appendPath(Outline *outline, const cairo_path_t *path) {
  if (path->status != CAIRO_STATUS_SUCCESS) {
    return CExport_fail(path->status == CAIRO_STATUS_NO_MEMORY ? CExportNoMemory : CExportNotDrawn,
                        library.cairo_status_to_string(path->status));
  }
  for (int index = 0; index < path->num_data; index += path->data[index].header.length) {
    const cairo_path_data_t *data = &path->data[index];
    CExportStep step = {'Z', 0, 0, 0, 0, 0, 0};
    if (data->header.type != CAIRO_PATH_CLOSE_PATH) {
      step.kind = data->header.type == CAIRO_PATH_MOVE_TO ? 'M' : 'L';
      step.x1 = data[1].point.x;
      step.y1 = data[1].point.y;
    }
    if (data->header.type == CAIRO_PATH_CURVE_TO) {
      step.kind = 'C';
      step.x2 = data[2].point.x;
      step.y2 = data[2].point.y;
      step.x3 = data[3].point.x;
      step.y3 = data[3].point.y;
    }
    if (!append(outline, step)) return false;
  }
  return true;
}

// Sets the text as librsvg does: no hinting, no rounding, a weak direction unless it is said.
static PangoLayout *newLayout(cairo_t *context, CExportText text) {
  PangoLayout *layout = library.pango_cairo_create_layout(context);
  PangoContext *setting = library.pango_layout_get_context(layout);
  cairo_font_options_t *options = library.cairo_font_options_create();
  library.cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  library.cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  library.pango_cairo_context_set_font_options(setting, options);
  library.cairo_font_options_destroy(options);
  library.pango_context_set_round_glyph_positions(setting, 0);
  library.pango_context_set_base_dir(
      setting, text.isRightToLeft ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_WEAK_LTR);
  if (text.language[0] != '\0') {
    library.pango_context_set_language(
        setting, library.pango_language_from_string(text.language));
  }
  library.pango_layout_context_changed(layout);

  PangoFontDescription *font = library.pango_font_description_new();
  library.pango_font_description_set_family(font, text.families);
  library.pango_font_description_set_weight(font, (PangoWeight)text.weight);
  library.pango_font_description_set_style(
      font, text.isItalic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  library.pango_font_description_set_absolute_size(font, text.size * PANGO_SCALE);
  library.pango_layout_set_font_description(layout, font);
  library.pango_font_description_free(font);

  library.pango_layout_set_auto_dir(layout, 0);
  library.pango_layout_set_single_paragraph_mode(layout, 1);
  library.pango_layout_set_text(layout, text.text, -1);
  return layout;
}

// Run by run, because only a run tells whether its letters show something and have no outline.
static bool outlineRuns(cairo_t *context, PangoLayout *layout, Outline *outline, double *advance,
                        bool *isWhole) {
  PangoLayoutIter *place = library.pango_layout_get_iter(layout);
  PangoRectangle ink, logical;
  library.pango_layout_iter_get_line_extents(place, NULL, &logical);
  double left = logical.x;
  *advance = (double)logical.width / PANGO_SCALE;
  bool isDone = true;
  do {
    const PangoLayoutRun *run = library.pango_layout_iter_get_run_readonly(place);
    if (run == NULL) continue;
    library.pango_layout_iter_get_run_extents(place, &ink, &logical);
    library.cairo_new_path(context);
    library.cairo_move_to(context, (logical.x - left) / PANGO_SCALE, 0);
    library.pango_cairo_glyph_string_path(context, run->item->analysis.font, run->glyphs);
    cairo_path_t *path = library.cairo_copy_path(context);
    // A lone move is where the pen stands.
    bool isEmpty = path->status == CAIRO_STATUS_SUCCESS && path->num_data <= 2;
    if (isEmpty && ink.width > 0 && ink.height > 0) *isWhole = false;
    isDone = isEmpty || appendPath(outline, path);
    library.cairo_path_destroy(path);
  } while (isDone && library.pango_layout_iter_next_run(place));
  library.pango_layout_iter_free(place);
  return isDone;
}

bool CExport_outline(CExportText text, CExportStep **steps, size_t *count, double *advance,
                     bool *isWhole) {
  CFONT_LOCK_HERE;
  *steps = NULL;
  *count = 0;
  *advance = 0;
  *isWhole = true;
  CExport_begin();
  if (!CExport_load()) return CExport_end(false);
  // Without edges: letters more than ten times their size beside a surface have no outlines.
  cairo_surface_t *surface =
      library.cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *context = library.cairo_create(surface);
  library.cairo_scale(context, fineness, fineness);
  PangoLayout *layout = newLayout(context, text);
  Outline outline = {NULL, 0, 0};
  bool isDone = outlineRuns(context, layout, &outline, advance, isWhole);
  if (isDone && library.cairo_status(context) != CAIRO_STATUS_SUCCESS) {
    cairo_status_t status = library.cairo_status(context);
    isDone = CExport_fail(status == CAIRO_STATUS_NO_MEMORY ? CExportNoMemory : CExportNotDrawn,
                          library.cairo_status_to_string(status));
  }
  library.g_object_unref(layout);
  library.cairo_destroy(context);
  library.cairo_surface_destroy(surface);
  if (isDone) {
    *steps = outline.steps;
    *count = outline.count;
  } else {
    free(outline.steps);
  }
  return CExport_end(isDone);
}

void CExport_free(CExportStep *steps) { free(steps); }
