#pragma once

#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stddef.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

/* QPDF is opened at run time: with what it brings it costs five milliseconds at the start, and only
   a run that reads a PDF needs it. So its headers are not read either, and what is used of its C
   interface (qpdf-c.h, of version 10.6 and later) is said again here. */

typedef struct griot_qpdf_file *griot_qpdf_data;
typedef struct griot_qpdf_trouble *griot_qpdf_error;
/* A number that stands for an object as long as its file is open. */
typedef unsigned int griot_qpdf_object;

/* The values of qpdf_error_code_e and qpdf_stream_decode_level_e that matter here. */
enum { GRIOT_QPDF_PASSWORD = 4, GRIOT_QPDF_RAW = 0, GRIOT_QPDF_DECODED = 1 };

#define GRIOT_QPDF_FUNCTIONS(F) \
    F(griot_qpdf_data, init, qpdf_init, (void)) \
    F(void, cleanup, qpdf_cleanup, (griot_qpdf_data *)) \
    F(void, silence_errors, qpdf_silence_errors, (griot_qpdf_data)) \
    F(void, suppress_warnings, qpdf_set_suppress_warnings, (griot_qpdf_data, int)) \
    F(void, attempt_recovery, qpdf_set_attempt_recovery, (griot_qpdf_data, int)) \
    F(int, has_error, qpdf_has_error, (griot_qpdf_data)) \
    F(griot_qpdf_error, get_error, qpdf_get_error, (griot_qpdf_data)) \
    F(int, more_warnings, qpdf_more_warnings, (griot_qpdf_data)) \
    F(griot_qpdf_error, next_warning, qpdf_next_warning, (griot_qpdf_data)) \
    F(int, error_code, qpdf_get_error_code, (griot_qpdf_data, griot_qpdf_error)) \
    F(const char *, error_detail, qpdf_get_error_message_detail, \
      (griot_qpdf_data, griot_qpdf_error)) \
    F(int, read_memory, qpdf_read_memory, \
      (griot_qpdf_data, const char *, const char *, unsigned long long, const char *)) \
    F(int, page_count, qpdf_get_num_pages, (griot_qpdf_data)) \
    F(griot_qpdf_object, page, qpdf_get_page_n, (griot_qpdf_data, size_t)) \
    F(griot_qpdf_object, trailer, qpdf_get_trailer, (griot_qpdf_data)) \
    F(griot_qpdf_object, root, qpdf_get_root, (griot_qpdf_data)) \
    F(int, object_number, qpdf_oh_get_object_id, (griot_qpdf_data, griot_qpdf_object)) \
    F(void, release, qpdf_oh_release, (griot_qpdf_data, griot_qpdf_object)) \
    F(int, is_dictionary, qpdf_oh_is_dictionary, (griot_qpdf_data, griot_qpdf_object)) \
    F(int, is_array, qpdf_oh_is_array, (griot_qpdf_data, griot_qpdf_object)) \
    F(int, is_stream, qpdf_oh_is_stream, (griot_qpdf_data, griot_qpdf_object)) \
    F(int, is_string, qpdf_oh_is_string, (griot_qpdf_data, griot_qpdf_object)) \
    F(int, is_name, qpdf_oh_is_name, (griot_qpdf_data, griot_qpdf_object)) \
    F(int, is_boolean, qpdf_oh_is_bool, (griot_qpdf_data, griot_qpdf_object)) \
    F(int, truth, qpdf_oh_get_bool_value, (griot_qpdf_data, griot_qpdf_object)) \
    F(int, is_integer, qpdf_oh_is_integer, (griot_qpdf_data, griot_qpdf_object)) \
    F(long long, integer, qpdf_oh_get_int_value, (griot_qpdf_data, griot_qpdf_object)) \
    F(const char *, utf8, qpdf_oh_get_binary_utf8_value, \
      (griot_qpdf_data, griot_qpdf_object, size_t *)) \
    F(const char *, binary, qpdf_oh_get_binary_string_value, \
      (griot_qpdf_data, griot_qpdf_object, size_t *)) \
    F(const char *, name, qpdf_oh_get_name, (griot_qpdf_data, griot_qpdf_object)) \
    F(int, count, qpdf_oh_get_array_n_items, (griot_qpdf_data, griot_qpdf_object)) \
    F(griot_qpdf_object, item, qpdf_oh_get_array_item, \
      (griot_qpdf_data, griot_qpdf_object, int)) \
    F(int, has_key, qpdf_oh_has_key, (griot_qpdf_data, griot_qpdf_object, const char *)) \
    F(griot_qpdf_object, value, qpdf_oh_get_key, \
      (griot_qpdf_data, griot_qpdf_object, const char *)) \
    F(void, begin_keys, qpdf_oh_begin_dict_key_iter, (griot_qpdf_data, griot_qpdf_object)) \
    F(int, more_keys, qpdf_oh_dict_more_keys, (griot_qpdf_data)) \
    F(const char *, next_key, qpdf_oh_dict_next_key, (griot_qpdf_data)) \
    F(griot_qpdf_object, dictionary, qpdf_oh_get_dict, (griot_qpdf_data, griot_qpdf_object)) \
    F(int, stream_data, qpdf_oh_get_stream_data, \
      (griot_qpdf_data, griot_qpdf_object, int, int *, unsigned char **, size_t *))

typedef struct {
#define GRIOT_QPDF_FIELD(result, field, function, arguments) result (*field) arguments;
    GRIOT_QPDF_FUNCTIONS(GRIOT_QPDF_FIELD)
#undef GRIOT_QPDF_FIELD
} griot_qpdf;

/* Returns 0 where the library is not on the machine or lacks a function. Each version of its binary
   interface has a number; those functions are the same in all. */
static inline int griot_qpdf_load(griot_qpdf *qpdf)
{
    static const char *const names[] = {
        "libqpdf.so.29", "libqpdf.so.30", "libqpdf.so.31", "libqpdf.so.28", "libqpdf.so",
        "libqpdf.dylib",
    };
    void *library = NULL;
    for (size_t i = 0; !library && i < sizeof names / sizeof *names; i++)
        library = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
    if (!library) return 0;
    int found = 1;
#define GRIOT_QPDF_FIND(result, field, function, arguments) \
    *(void **)&qpdf->field = dlsym(library, #function); \
    found = found && qpdf->field;
    GRIOT_QPDF_FUNCTIONS(GRIOT_QPDF_FIND)
#undef GRIOT_QPDF_FIND
    return found;
}

/* QPDF unpacks the parts of a file that hold objects by itself and without a bound, and a megabyte
   can unpack to a gigabyte, whose objects take fifty. So while it works the process may grow by so
   many bytes and no further: past that, its allocations fail, which it survives and reports. The
   bound is the whole process's, so it is set and lifted under a lock, around each call. */
typedef struct { struct rlimit before; int is_set; } griot_memory_bound;

static pthread_mutex_t griot_memory_lock = PTHREAD_MUTEX_INITIALIZER;

/* What the process may address at most when it has grown by `room` from here; 0 where that cannot be
   told. */
static inline unsigned long long griot_memory_ceiling(unsigned long long room)
{
    char text[32] = { 0 };
    int file = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
    if (file < 0) return 0;
    ssize_t count = read(file, text, sizeof text - 1);
    close(file);
    if (count <= 0) return 0;
    return strtoull(text, NULL, 10) * (unsigned long long)sysconf(_SC_PAGESIZE) + room;
}

static inline griot_memory_bound griot_bind_memory(unsigned long long ceiling)
{
    griot_memory_bound bound = { .is_set = 0 };
    pthread_mutex_lock(&griot_memory_lock);
    if (ceiling == 0 || getrlimit(RLIMIT_AS, &bound.before) != 0) return bound;
    if (bound.before.rlim_cur != RLIM_INFINITY && bound.before.rlim_cur <= ceiling) return bound;
    struct rlimit lowered = { .rlim_cur = ceiling, .rlim_max = bound.before.rlim_max };
    bound.is_set = setrlimit(RLIMIT_AS, &lowered) == 0;
    return bound;
}

static inline void griot_unbind_memory(griot_memory_bound bound)
{
    if (bound.is_set) setrlimit(RLIMIT_AS, &bound.before);
    pthread_mutex_unlock(&griot_memory_lock);
}
