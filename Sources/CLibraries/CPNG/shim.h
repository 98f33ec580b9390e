#pragma once

#include <png.h>
#include <stdint.h>
#include <string.h>

/* The formats of libpng's simple reader are sums of macros, which Swift does not import.

   Fills `pixels`, width times height of them, with 0xAARRGGBB, colours not multiplied by alpha.
   Returns 0 and a message of at most 64 bytes on failure. */
static inline int
griot_png_read(const void *bytes, size_t count, uint32_t *pixels, unsigned width, unsigned height,
               char *message)
{
    png_image image;
    memset(&image, 0, sizeof image);
    image.version = PNG_IMAGE_VERSION;
    int read = png_image_begin_read_from_memory(&image, bytes, count);
    if (read && (image.width != width || image.height != height)) {
        strcpy(image.message, "two headers that differ");
        read = 0;
    }
    if (read) {
        const uint32_t first = 1;
        /* Sixteen bits without a word on gamma mean light to libpng; to everybody else they mean
           what eight bits mean. */
        image.flags |= PNG_IMAGE_FLAG_16BIT_sRGB;
        image.format = *(const uint8_t *)&first ? PNG_FORMAT_BGRA : PNG_FORMAT_ARGB;
        read = png_image_finish_read(&image, NULL, pixels, 0, NULL);
    }
    memcpy(message, image.message, sizeof image.message);
    png_image_free(&image);
    return read;
}
