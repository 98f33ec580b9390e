#pragma once

#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <jpeglib.h>
#include <jerror.h>

/* libjpeg reports errors by a function that must not return, so a caller has to longjmp out of it;
   Swift can neither call setjmp nor be jumped over. What jumps stays in this file. */

typedef struct {
    unsigned width, height;
    int components;
    /* 0: no unit, only a ratio; 1: an inch; 2: a centimetre. */
    int density_unit;
    unsigned density_across, density_down;
    char message[JMSG_LENGTH_MAX];
} griot_jpeg;

typedef struct {
    struct jpeg_error_mgr manager;
    jmp_buf back;
    griot_jpeg *result;
} griot_jpeg_failure;

static inline void griot_jpeg_leave(j_common_ptr jpeg)
{
    griot_jpeg_failure *failure = (griot_jpeg_failure *)jpeg->err;
    jpeg->err->format_message(jpeg, failure->result->message);
    longjmp(failure->back, 1);
}

/* libjpeg fills with grey what a broken file does not say; a picture half grey is no picture. */
static inline void griot_jpeg_warn(j_common_ptr jpeg, int level)
{
    if (level < 0 && jpeg->err->msg_code == JWRN_HIT_MARKER) griot_jpeg_leave(jpeg);
    if (level < 0 && jpeg->err->msg_code == JWRN_JPEG_EOF) griot_jpeg_leave(jpeg);
}

static inline void griot_jpeg_be_silent(j_common_ptr jpeg) { (void)jpeg; }

/* A small file can ask for thousands of passes over a large picture. */
static inline void griot_jpeg_watch(j_common_ptr jpeg)
{
    if (jpeg->is_decompressor && ((j_decompress_ptr)jpeg)->input_scan_number > 500) {
        griot_jpeg_failure *failure = (griot_jpeg_failure *)jpeg->err;
        strcpy(failure->result->message, "more than 500 scans");
        longjmp(failure->back, 1);
    }
}

/* Reads the header, and where `pixels` is not null, the picture as 0xFFRRGGBB row by row; it must
   have room for as many as the header said. Returns 0 and a message on failure. */
static inline int
griot_jpeg_read(const unsigned char *bytes, unsigned long count, uint32_t *pixels,
                griot_jpeg *result)
{
    struct jpeg_decompress_struct jpeg;
    struct jpeg_progress_mgr progress;
    griot_jpeg_failure failure;
    memset(result, 0, sizeof *result);
    memset(&progress, 0, sizeof progress);
    jpeg.err = jpeg_std_error(&failure.manager);
    failure.result = result;
    failure.manager.error_exit = griot_jpeg_leave;
    failure.manager.emit_message = griot_jpeg_warn;
    failure.manager.output_message = griot_jpeg_be_silent;
    if (setjmp(failure.back)) {
        jpeg_destroy_decompress(&jpeg);
        return 0;
    }
    jpeg_create_decompress(&jpeg);
    progress.progress_monitor = griot_jpeg_watch;
    jpeg.progress = &progress;
    jpeg_mem_src(&jpeg, (unsigned char *)bytes, count);
    jpeg_read_header(&jpeg, TRUE);
    result->width = jpeg.image_width;
    result->height = jpeg.image_height;
    result->components = jpeg.num_components;
    result->density_unit = jpeg.saw_JFIF_marker ? jpeg.density_unit : 0;
    result->density_across = jpeg.X_density;
    result->density_down = jpeg.Y_density;
    if (pixels) {
        int inks = jpeg.num_components == 4;
        /* Adobe's programs write inks upside down, and say so by a marker of theirs. */
        int flip = inks && !jpeg.saw_Adobe_marker ? 255 : 0;
        jpeg.out_color_space = inks ? JCS_CMYK : JCS_RGB;
        jpeg_start_decompress(&jpeg);
        JSAMPARRAY row = jpeg.mem->alloc_sarray(
            (j_common_ptr)&jpeg, JPOOL_IMAGE, jpeg.output_width * (inks ? 4 : 3), 1);
        while (jpeg.output_scanline < jpeg.output_height) {
            jpeg_read_scanlines(&jpeg, row, 1);
            const unsigned char *in = row[0];
            for (unsigned x = 0; x < jpeg.output_width; x++) {
                uint32_t r, g, b;
                if (inks) {
                    uint32_t k = in[3] ^ flip;
                    r = (in[0] ^ flip) * k / 255;
                    g = (in[1] ^ flip) * k / 255;
                    b = (in[2] ^ flip) * k / 255;
                    in += 4;
                } else {
                    r = in[0], g = in[1], b = in[2];
                    in += 3;
                }
                *pixels++ = 0xFF000000u | r << 16 | g << 8 | b;
            }
        }
        jpeg_finish_decompress(&jpeg);
    }
    jpeg_destroy_decompress(&jpeg);
    return 1;
}

typedef struct {
    unsigned char *start;
    unsigned long count;
} griot_jpeg_bytes;

static inline void griot_jpeg_free(griot_jpeg_bytes *bytes)
{
    free(bytes->start);
    bytes->start = NULL;
    bytes->count = 0;
}

/* Packs pixels as 0x??RRGGBB row by row into memory that is freed with griot_jpeg_free. Returns 0
   on failure, with nothing to free. */
static inline int
griot_jpeg_write(const uint32_t *pixels, unsigned width, unsigned height, int is_grey, int quality,
                 griot_jpeg_bytes *bytes)
{
    struct jpeg_compress_struct jpeg;
    griot_jpeg_failure failure;
    griot_jpeg result;
    /* It outlives a jump, so it may not be kept in a register. */
    volatile int is_written = 0;
    memset(bytes, 0, sizeof *bytes);
    jpeg.err = jpeg_std_error(&failure.manager);
    failure.result = &result;
    failure.manager.error_exit = griot_jpeg_leave;
    failure.manager.output_message = griot_jpeg_be_silent;
    if (!setjmp(failure.back)) {
        jpeg_create_compress(&jpeg);
        jpeg_mem_dest(&jpeg, &bytes->start, &bytes->count);
        jpeg.image_width = width;
        jpeg.image_height = height;
        jpeg.input_components = is_grey ? 1 : 3;
        jpeg.in_color_space = is_grey ? JCS_GRAYSCALE : JCS_RGB;
        jpeg_set_defaults(&jpeg);
        jpeg_set_quality(&jpeg, quality, TRUE);
        jpeg.optimize_coding = TRUE;
        jpeg_simple_progression(&jpeg);
        jpeg_start_compress(&jpeg, TRUE);
        JSAMPARRAY row = jpeg.mem->alloc_sarray((j_common_ptr)&jpeg, JPOOL_IMAGE, width * 3, 1);
        while (jpeg.next_scanline < height) {
            unsigned char *out = row[0];
            for (unsigned x = 0; x < width; x++) {
                uint32_t pixel = *pixels++;
                if (!is_grey) {
                    *out++ = pixel >> 16;
                    *out++ = pixel >> 8;
                }
                *out++ = pixel;
            }
            jpeg_write_scanlines(&jpeg, row, 1);
        }
        jpeg_finish_compress(&jpeg);
        is_written = 1;
    }
    jpeg_destroy_compress(&jpeg);
    if (!is_written) griot_jpeg_free(bytes);
    return is_written;
}
