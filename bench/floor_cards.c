/* The floor for contact cards: five lines and a code on each page, nothing decided, nothing tagged.
 *
 *   floor_cards TEXT.txt OUT.pdf BOLD.ttf REGULAR.ttf [without]
 *
 * TEXT holds a card a line: name, role, organisation, telephone, address and what the code says, with
 * tabs between them and a bar for each line end of the code. `without` leaves the codes out.
 */
#include <cairo-ft.h>
#include <cairo-pdf.h>
#include <hb-ot.h>
#include <qrencode.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const double MM = 72 / 25.4;

typedef struct {
    hb_font_t *shaper;
    cairo_font_face_t *face;
    double em;
} font_t;

static FT_Library freetype;
static hb_buffer_t *buffer;

static void open_font(font_t *font, const char *path) {
    hb_face_t *face = hb_face_create(hb_blob_create_from_file(path), 0);
    font->shaper = hb_font_create(face);
    font->em = hb_face_get_upem(face);
    FT_Face drawing;
    if (FT_New_Face(freetype, path, 0, &drawing)) exit(3);
    font->face = cairo_ft_font_face_create_for_ft_face(drawing, FT_LOAD_NO_HINTING);
}

static void show(cairo_t *page, font_t *font, double size, double y, const char *text) {
    static cairo_glyph_t glyphs[512];
    static cairo_text_cluster_t clusters[512];
    hb_buffer_clear_contents(buffer);
    hb_buffer_add_utf8(buffer, text, -1, 0, -1);
    hb_buffer_guess_segment_properties(buffer);
    hb_shape(font->shaper, buffer, NULL, 0);
    unsigned count, length = strlen(text), groups = 0;
    hb_glyph_info_t *info = hb_buffer_get_glyph_infos(buffer, &count);
    hb_glyph_position_t *place = hb_buffer_get_glyph_positions(buffer, &count);
    double x = 7 * MM;
    for (unsigned i = 0; i < count && i < 512; i++) {
        glyphs[i] = (cairo_glyph_t){info[i].codepoint, x, y};
        x += place[i].x_advance / font->em * size;
        if (i && info[i].cluster == info[i - 1].cluster) {
            clusters[groups - 1].num_glyphs++;
            continue;
        }
        unsigned end = length;
        for (unsigned k = i + 1; k < count && end == length; k++)
            if (info[k].cluster != info[i].cluster) end = info[k].cluster;
        clusters[groups++] = (cairo_text_cluster_t){end - info[i].cluster, 1};
    }
    cairo_set_font_face(page, font->face);
    cairo_set_font_size(page, size);
    cairo_show_text_glyphs(page, text, length, glyphs, count, clusters, groups, 0);
}

static void show_code(cairo_t *page, char *text) {
    for (char *p = text; *p; p++)
        if (*p == '|') *p = '\n';
    QRcode *code = QRcode_encodeData(strlen(text), (unsigned char *)text, 0, QR_ECLEVEL_M);
    if (!code) return;
    cairo_surface_t *image = cairo_image_surface_create(CAIRO_FORMAT_A1, code->width, code->width);
    unsigned char *bits = cairo_image_surface_get_data(image);
    int stride = cairo_image_surface_get_stride(image);
    for (int y = 0; y < code->width; y++)
        for (int x = 0; x < code->width; x++)
            if (code->data[y * code->width + x] & 1) bits[y * stride + x / 8] |= 1 << x % 8;
    cairo_surface_mark_dirty(image);
    cairo_pattern_t *pattern = cairo_pattern_create_for_surface(image);
    cairo_pattern_set_filter(pattern, CAIRO_FILTER_NEAREST);
    cairo_save(page);
    cairo_translate(page, 57 * MM, 27 * MM);
    cairo_scale(page, 21 * MM / code->width, 21 * MM / code->width);
    cairo_mask(page, pattern);
    cairo_restore(page);
    cairo_pattern_destroy(pattern);
    cairo_surface_destroy(image);
    QRcode_free(code);
}

int main(int count, char **arguments) {
    if (count < 5) return 2;
    static font_t bold, regular;
    static char line[1 << 16];
    static const double heights[] = {16, 21, 36, 43, 47}, sizes[] = {17, 7.4, 6.5, 6.5, 6.5};
    FT_Init_FreeType(&freetype);
    buffer = hb_buffer_create();
    open_font(&bold, arguments[3]);
    open_font(&regular, arguments[4]);
    cairo_surface_t *surface = cairo_pdf_surface_create(arguments[2], 85 * MM, 55 * MM);
    cairo_t *page = cairo_create(surface);
    FILE *text = fopen(arguments[1], "r");
    if (!text) return 3;
    while (fgets(line, sizeof line, text)) {
        line[strcspn(line, "\n")] = 0;
        char *rest = line;
        cairo_rectangle(page, 7 * MM, 0, 13 * MM, 3 * MM);
        cairo_fill(page);
        for (int i = 0; i < 5; i++) {
            char *field = strsep(&rest, "\t");
            if (field && *field) show(page, i % 2 ? &regular : &bold, sizes[i], heights[i] * MM, field);
        }
        if (rest && count == 5) show_code(page, rest);
        cairo_show_page(page);
    }
    cairo_destroy(page);
    cairo_surface_finish(surface);
    return cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS;
}
