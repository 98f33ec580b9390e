#pragma once

#include <dlfcn.h>
#include <stddef.h>
#include <stdint.h>

/* librsvg is opened at run time: it brings two dozen libraries that a run without SVG does not need.
   So its headers are not read either, and the few things of it that are used are said again here,
   as its documentation has them. */

typedef struct { double x, y, width, height; } griot_svg_viewport;

/* GLib's GError. */
typedef struct { uint32_t domain; int code; char *message; } griot_svg_error;

typedef struct {
    void *(*open)(const uint8_t *bytes, size_t count, griot_svg_error **error);
    void (*set_dpi)(void *handle, double dpi);
    int (*render)(void *handle, void *context, const griot_svg_viewport *viewport,
                  griot_svg_error **error);
    void (*close)(void *handle);
    void (*free_error)(griot_svg_error *error);
} griot_svg;

/* GLib and Pango write down what they do not like in a drawing, each in its own words and with the number
   of the process: whoever asked for a page is told of the picture instead, where anything is wrong with it. */
static inline void griot_say_nothing(const char *domain, int level, const char *message, void *data)
{
    (void)domain; (void)level; (void)message; (void)data;
}

static inline int griot_write_nothing(int level, const void *fields, size_t count, void *data)
{
    (void)level; (void)fields; (void)count; (void)data;
    return 1; /* G_LOG_WRITER_HANDLED */
}

static inline void griot_silence(void *library)
{
    typedef void (*handler)(const char *, int, const char *, void *);
    typedef int (*writer)(int, const void *, size_t, void *);
    handler (*set_handler)(handler, void *);
    void (*set_writer)(writer, void *, void (*)(void *));
    *(void **)&set_handler = dlsym(library, "g_log_set_default_handler");
    *(void **)&set_writer = dlsym(library, "g_log_set_writer_func");
    if (set_handler) set_handler(griot_say_nothing, 0);
    if (set_writer) set_writer(griot_write_nothing, 0, 0);
}

/* Returns 0 where the library is not on the machine or lacks a function. */
static inline int griot_svg_load(griot_svg *svg)
{
    void *library = dlopen("librsvg-2.so.2", RTLD_NOW | RTLD_LOCAL);
    if (!library) library = dlopen("librsvg-2.2.dylib", RTLD_NOW | RTLD_LOCAL);
    if (!library) return 0;
    *(void **)&svg->open = dlsym(library, "rsvg_handle_new_from_data");
    *(void **)&svg->set_dpi = dlsym(library, "rsvg_handle_set_dpi");
    *(void **)&svg->render = dlsym(library, "rsvg_handle_render_document");
    *(void **)&svg->close = dlsym(library, "g_object_unref");
    *(void **)&svg->free_error = dlsym(library, "g_error_free");
    griot_silence(library);
    return svg->open && svg->set_dpi && svg->render && svg->close && svg->free_error;
}
