#pragma once

#include <dlfcn.h>
#include <stddef.h>
#include <stdint.h>

/* libzip is opened at run time: only a run that reads a workbook needs it. So its header is not read
   either, and what is used of its interface (zip.h, of version 1.0 and later) is said again here. */

typedef struct griot_zip_archive *griot_zip_archive;
typedef struct griot_zip_source *griot_zip_source;
typedef struct griot_zip_file *griot_zip_file;

/* ZIP_RDONLY: an archive that is only read. */
enum { GRIOT_ZIP_READ_ONLY = 16 };

#define GRIOT_ZIP_FUNCTIONS(F) \
    F(griot_zip_source, source_of_bytes, zip_source_buffer_create, \
      (const void *, uint64_t, int, void *)) \
    F(void, free_source, zip_source_free, (griot_zip_source)) \
    F(griot_zip_archive, open, zip_open_from_source, (griot_zip_source, int, void *)) \
    F(void, discard, zip_discard, (griot_zip_archive)) \
    F(int64_t, locate, zip_name_locate, (griot_zip_archive, const char *, uint32_t)) \
    F(griot_zip_file, open_file, zip_fopen_index, (griot_zip_archive, uint64_t, uint32_t)) \
    F(int64_t, read, zip_fread, (griot_zip_file, void *, uint64_t)) \
    F(int, close_file, zip_fclose, (griot_zip_file))

typedef struct {
#define GRIOT_ZIP_FIELD(result, field, function, arguments) result (*field) arguments;
    GRIOT_ZIP_FUNCTIONS(GRIOT_ZIP_FIELD)
#undef GRIOT_ZIP_FIELD
} griot_zip;

/* Returns 0 where the library is not on the machine or lacks a function. */
static inline int griot_zip_load(griot_zip *zip)
{
    static const char *const names[] = {
        "libzip.so.4", "libzip.so.5", "libzip.so", "libzip.dylib",
    };
    void *library = NULL;
    for (size_t i = 0; !library && i < sizeof names / sizeof *names; i++)
        library = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
    if (!library) return 0;
    int found = 1;
#define GRIOT_ZIP_FIND(result, field, function, arguments) \
    *(void **)&zip->field = dlsym(library, #function); \
    found = found && zip->field;
    GRIOT_ZIP_FUNCTIONS(GRIOT_ZIP_FIND)
#undef GRIOT_ZIP_FIND
    return found;
}
