/* The floor: how little the machine can do and still have the words on the pages.
 *
 * HarfBuzz shapes each distinct word once, lines are filled greedily, Cairo writes the PDF. No
 * markup, no style beyond two sizes, no hyphenation, no contents, no tags: it bounds what a Cairo
 * typesetter can reach, it does not compare.
 *
 *   floor TEXT.txt OUT.pdf BODY.ttf HEAD.ttf
 *
 * TEXT holds a paragraph a line; a line that begins with "# " is a heading.
 */
#include <cairo-ft.h>
#include <cairo-pdf.h>
#include <hb-ot.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BUCKETS = 1 << 15 };
static const double MARGIN = 71, WIDTH = 595.28, HEIGHT = 841.89, SIZE = 10.5, LEADING = 15;

typedef struct word {
    struct word *next;
    char *text;
    int length, count;
    double width;
    unsigned *ids;
    double *advances;
} word_t;

typedef struct {
    hb_font_t *shaper;
    cairo_font_face_t *face;
    double em, space;
    unsigned space_id;
    word_t *known[BUCKETS];
} font_t;

static FT_Library freetype;

static void shape(font_t *font, word_t *word) {
    hb_buffer_t *buffer = hb_buffer_create();
    hb_buffer_add_utf8(buffer, word->text, word->length, 0, word->length);
    hb_buffer_guess_segment_properties(buffer);
    hb_shape(font->shaper, buffer, NULL, 0);
    unsigned count;
    hb_glyph_info_t *info = hb_buffer_get_glyph_infos(buffer, &count);
    hb_glyph_position_t *place = hb_buffer_get_glyph_positions(buffer, &count);
    word->count = (int)count;
    word->ids = malloc(count * sizeof *word->ids);
    word->advances = malloc(count * sizeof *word->advances);
    for (unsigned i = 0; i < count; i++) {
        word->ids[i] = info[i].codepoint;
        word->advances[i] = place[i].x_advance / font->em;
        word->width += word->advances[i];
    }
    hb_buffer_destroy(buffer);
}

static word_t *look_up(font_t *font, const char *text, int length) {
    unsigned hash = 2166136261u;
    for (int i = 0; i < length; i++) hash = (hash ^ (unsigned char)text[i]) * 16777619u;
    word_t **slot = &font->known[hash % BUCKETS];
    for (word_t *word = *slot; word; word = word->next)
        if (word->length == length && !memcmp(word->text, text, length)) return word;
    word_t *word = calloc(1, sizeof *word);
    word->text = strndup(text, length);
    word->length = length;
    shape(font, word);
    word->next = *slot;
    return *slot = word;
}

static void open_font(font_t *font, const char *path) {
    hb_blob_t *blob = hb_blob_create_from_file(path);
    hb_face_t *face = hb_face_create(blob, 0);
    font->shaper = hb_font_create(face);
    font->em = hb_face_get_upem(face);
    FT_Face drawing;
    if (FT_New_Face(freetype, path, 0, &drawing)) exit(3);
    font->face = cairo_ft_font_face_create_for_ft_face(drawing, FT_LOAD_NO_HINTING);
    word_t *space = look_up(font, " ", 1);
    font->space = space->width;
    font->space_id = space->ids[0];
}

static cairo_t *page;
static double y;

static void new_page(void) {
    cairo_show_page(page);
    y = MARGIN;
}

/* Draws words [from, to) on one line, spread over the measure unless it is the last. */
static void draw_line(font_t *font, word_t **words, int from, int to, double size, int is_last) {
    static cairo_glyph_t glyphs[4096];
    double natural = 0, x = MARGIN, measure = WIDTH - 2 * MARGIN;
    int count = 0;
    for (int i = from; i < to; i++) natural += words[i]->width * size;
    double gap = font->space * size;
    if (!is_last && to - from > 1) gap = (measure - natural) / (to - from - 1);
    if (y + LEADING > HEIGHT - MARGIN) new_page();
    for (int i = from; i < to && count < 4000; i++) {
        word_t *word = words[i];
        for (int k = 0; k < word->count; k++) {
            glyphs[count] = (cairo_glyph_t){word->ids[k], x, y};
            x += word->advances[k] * size;
            count++;
        }
        if (i + 1 == to) break;
        glyphs[count++] = (cairo_glyph_t){font->space_id, x, y};
        x += gap;
    }
    cairo_set_font_face(page, font->face);
    cairo_set_font_size(page, size);
    cairo_show_glyphs(page, glyphs, count);
    y += LEADING;
}

static void set_paragraph(font_t *font, const char *line, double size) {
    static word_t *words[200000];
    int count = 0, from = 0;
    for (const char *p = line; *p;) {
        const char *end = strchr(p, ' ');
        int length = end ? (int)(end - p) : (int)strlen(p);
        if (length && count < 200000) words[count++] = look_up(font, p, length);
        p += length + (end != NULL);
    }
    double width = 0, measure = WIDTH - 2 * MARGIN;
    for (int i = 0; i < count; i++) {
        double next = width + (i > from) * font->space * size + words[i]->width * size;
        if (next > measure && i > from) {
            draw_line(font, words, from, i, size, 0);
            from = i;
            next = words[i]->width * size;
        }
        width = next;
    }
    draw_line(font, words, from, count, size, 1);
    y += LEADING / 2;
}

int main(int count, char **arguments) {
    if (count != 5) return 2;
    static font_t body, head;
    static char line[1 << 20];
    FT_Init_FreeType(&freetype);
    open_font(&body, arguments[3]);
    open_font(&head, arguments[4]);
    cairo_surface_t *surface = cairo_pdf_surface_create(arguments[2], WIDTH, HEIGHT);
    page = cairo_create(surface);
    y = MARGIN;
    FILE *text = fopen(arguments[1], "r");
    if (!text) return 3;
    while (fgets(line, sizeof line, text)) {
        line[strcspn(line, "\n")] = 0;
        if (line[0] == '#') set_paragraph(&head, line + 2, 14);
        else if (line[0]) set_paragraph(&body, line, SIZE);
    }
    cairo_show_page(page);
    cairo_destroy(page);
    cairo_surface_finish(surface);
    return cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS;
}
