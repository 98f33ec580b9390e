#include "numerals.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

/* Writes a whole number from behind; returns its first digit. */
static char *print_whole(char *end, uint64_t number, int least)
{
    char *start = end;
    for (; number > 0 || least > 0; number /= 10, least--) *--start = '0' + number % 10;
    return start;
}

/* `value` times a power of ten, rounded to a whole number, a half to the even one. A double is a whole
   number of 53 bits times a power of two, so that nothing is lost on the way (IEEE 754, section 3.4).
   Returns 0 where the result has more than 64 bits. */
static int scale(double value, uint64_t power, uint64_t *result)
{
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    int exponent = bits >> 52 & 0x7FF;
    uint64_t significand = bits & ((UINT64_C(1) << 52) - 1);
    if (exponent == 0x7FF) return 0;
    if (exponent > 0) significand |= UINT64_C(1) << 52;
    exponent = (exponent > 0 ? exponent : 1) - 1075;

    unsigned __int128 scaled = (unsigned __int128)significand * power;
    if (exponent >= 0) {
        if (exponent > 10 || scaled << exponent > UINT64_MAX) return 0;
        *result = (uint64_t)(scaled << exponent);
        return 1;
    }
    int shift = -exponent;
    /* The product has 113 bits at most. */
    if (shift > 114) return *result = 0, 1;
    unsigned __int128 whole = scaled >> shift, rest = scaled - (whole << shift);
    unsigned __int128 half = (unsigned __int128)1 << (shift - 1);
    if (rest > half || (rest == half && whole & 1)) whole++;
    if (whole > UINT64_MAX) return 0;
    *result = (uint64_t)whole;
    return 1;
}

size_t griot_print_decimal(char *text, double value, int digits)
{
    static const uint64_t powers[] = {
        1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000, 10000000000,
        100000000000, 1000000000000, 10000000000000, 100000000000000, 1000000000000000,
        10000000000000000, 100000000000000000, 1000000000000000000,
    };
    uint64_t scaled;
    if (digits < 0 || digits > 18 || !scale(value, powers[digits], &scaled)) return 0;
    char printed[24], *end = printed + sizeof printed;
    char *start = print_whole(end, scaled, digits + 1);
    size_t whole = (end - start) - digits;
    char *next = text;
    if (__builtin_signbit(value)) *next++ = '-';
    memcpy(next, start, whole);
    next += whole;
    if (digits > 0) {
        *next++ = '.';
        memcpy(next, start + whole, digits);
        next += digits;
    }
    return next - text;
}

#if defined(__gnu_linux__)

/* What `snprintf` is called where a library was built with the checks of `_FORTIFY_SOURCE`. */
int __snprintf_chk(char *, size_t, int, size_t, const char *, ...);
int __vsnprintf_chk(char *, size_t, int, size_t, const char *, va_list);

static inline int says(const char *format, const char *whole)
{
    for (; *whole; format++, whole++)
        if (*format != *whole) return 0;
    return !*format;
}

/* The digits that a format of one number asks for: `%f`, `%.18f` or `%.*f`; -1 where it is another. */
static int digits_asked(const char *format, va_list *arguments)
{
    if (*format++ != '%') return -1;
    if (says(format, "f")) return 6;
    if (*format++ != '.') return -1;
    if (says(format, "*f")) return va_arg(*arguments, int);
    int digits = 0;
    const char *first = format;
    for (; *format >= '0' && *format <= '9' && format - first < 2; format++)
        digits = digits * 10 + *format - '0';
    return format > first && says(format, "f") ? digits : -1;
}

/* Writes text as `snprintf` does: as much as there is room for, and an end mark. */
static int hand_over(char *text, size_t room, const char *printed, size_t length)
{
    if (room > 0) {
        size_t kept = length < room ? length : room - 1;
        memcpy(text, printed, kept);
        text[kept] = 0;
    }
    return (int)length;
}

__attribute__((visibility("default")))
int __snprintf_chk(char *text, size_t room, int flag, size_t size, const char *format, ...)
{
    va_list arguments, rest;
    va_start(arguments, format);
    va_copy(rest, arguments);
    char printed[40];
    size_t length = 0;
    if (room <= size && says(format, "%d")) {
        int number = va_arg(rest, int);
        uint64_t magnitude = number < 0 ? -(uint64_t)number : number;
        char *end = printed + sizeof printed, *start = print_whole(end, magnitude, 1);
        if (number < 0) *--start = '-';
        length = end - start;
        memmove(printed, start, length);
    } else if (room <= size) {
        int digits = digits_asked(format, &rest);
        if (digits >= 0) length = griot_print_decimal(printed, va_arg(rest, double), digits);
    }
    int result = length > 0 ? hand_over(text, room, printed, length)
                            : __vsnprintf_chk(text, room, flag, size, format, arguments);
    va_end(rest);
    va_end(arguments);
    return result;
}

#endif
