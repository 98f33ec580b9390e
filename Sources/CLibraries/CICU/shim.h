#pragma once

/*
 * ICU renames every function by a macro that carries its version (ubrk_open is ubrk_open_72), and
 * Swift sees no macros. A static inline function takes the version in when it is compiled, so that
 * is what each wrapper here is for; those that do a little more say so. Wherever ICU answers
 * through a UErrorCode, the wrapper turns failure into NULL, false or a negative number.
 */

#include <stdbool.h>
#include <unicode/ubrk.h>
#include <unicode/ucal.h>
#include <unicode/ucasemap.h>
#include <unicode/uchar.h>
#include <unicode/ucol.h>
#include <unicode/uenum.h>
#include <unicode/udat.h>
#include <unicode/udatpg.h>
#include <unicode/ulistformatter.h>
#include <unicode/uloc.h>
#include <unicode/unorm2.h>
#include <unicode/unum.h>
#include <unicode/upluralrules.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>

/*
 * Dates, numbers, lists, order and zones are in a second library, which takes as long to open as a
 * page takes to set and which most papers never need. So it is opened when one of them is asked for;
 * the version in its name is the one that the names of its functions were compiled with.
 */

#if defined(__linux__)
#include <dlfcn.h>

static inline void *icu_i18n(void) {
    static void *library;
    if (!library) library = dlopen("libicui18n.so." U_ICU_VERSION_SHORT, RTLD_NOW | RTLD_LOCAL);
    return library;
}

static inline bool icu_has_i18n(void) { return icu_i18n() != NULL; }

#define ICU_QUOTED(name) #name
#define ICU_NAME(function) ICU_QUOTED(function)
#define LATER(function) ({ \
    static __typeof__(&function) place; \
    if (!place) place = (__typeof__(&function))dlsym(icu_i18n(), ICU_NAME(function)); \
    place; \
})
#else
static inline bool icu_has_i18n(void) { return true; }

#define LATER(function) function
#endif

/* Break iterators. */

static inline UBreakIterator *icu_line_breaks_open(const char *locale) {
    UErrorCode status = U_ZERO_ERROR;
    UBreakIterator *breaks = ubrk_open(UBRK_LINE, locale, NULL, 0, &status);
    return U_SUCCESS(status) ? breaks : NULL;
}

static inline UBreakIterator *icu_grapheme_breaks_open(void) {
    UErrorCode status = U_ZERO_ERROR;
    UBreakIterator *breaks = ubrk_open(UBRK_CHARACTER, "", NULL, 0, &status);
    return U_SUCCESS(status) ? breaks : NULL;
}

/* UTEXT_INITIALIZER is a macro for a struct; the iterator keeps a copy, so ours may close. */
static inline bool icu_breaks_set_text(UBreakIterator *breaks, const char *utf8, int64_t count) {
    UErrorCode status = U_ZERO_ERROR;
    UText text = UTEXT_INITIALIZER;
    utext_openUTF8(&text, utf8, count, &status);
    ubrk_setUText(breaks, &text, &status);
    utext_close(&text);
    return U_SUCCESS(status);
}

static inline int32_t icu_breaks_next(UBreakIterator *breaks) { return ubrk_next(breaks); }

static inline void icu_breaks_close(UBreakIterator *breaks) { ubrk_close(breaks); }

/* Bidirectional text: only what characters are; the algorithm is the house's own, since ICU
 * gives simplified levels and fails 31 of the standard's cases. */

/* One of UCharDirection, as a plain number. */
static inline int32_t icu_bidi_class(UChar32 c) { return (int32_t)u_charDirection(c); }

static inline UChar32 icu_mirror(UChar32 c) { return u_charMirror(c); }

/* Scripts. */

/* The four letters of ISO 15924, packed as OpenType and HarfBuzz pack them. */
static inline uint32_t icu_script_tag(int32_t script) {
    const char *name = uscript_getShortName((UScriptCode)script);
    if (!name || !name[0]) return 0x5A7A7A7A;
    return (uint32_t)name[0] << 24 | (uint32_t)name[1] << 16 | (uint32_t)name[2] << 8
        | (uint32_t)name[3];
}

/* A letter that the script is known by; 0 for a script that ICU does not know. */
static inline UChar32 icu_sample_of_script(const char *code) {
    UErrorCode status = U_ZERO_ERROR;
    UScriptCode script = USCRIPT_INVALID_CODE;
    UChar sample[8];
    if (uscript_getCode(code, &script, 1, &status) != 1 || U_FAILURE(status)) return 0;
    int32_t length = uscript_getSampleString(script, sample, 8, &status);
    if (U_FAILURE(status) || length < 1) return 0;
    UChar32 c;
    U16_GET(sample, 0, 0, length, c);
    return c;
}

static inline int32_t icu_script(UChar32 c) {
    UErrorCode status = U_ZERO_ERROR;
    int32_t script = uscript_getScript(c, &status);
    return U_SUCCESS(status) ? script : USCRIPT_UNKNOWN;
}

static inline bool icu_has_script(UChar32 c, int32_t script) {
    return uscript_hasScript(c, (UScriptCode)script);
}

/* The first of the scripts that a character of no script of its own is used with; negative for none. */
static inline int32_t icu_first_user(UChar32 c) {
    UErrorCode status = U_ZERO_ERROR;
    UScriptCode scripts[64];
    int32_t count = uscript_getScriptExtensions(c, scripts, 64, &status);
    return U_SUCCESS(status) && count > 0 && scripts[0] > USCRIPT_INHERITED ? scripts[0] : -1;
}

/* 0 for none, 1 for an opening bracket, 2 for a closing one; the enumeration is anonymous. */
static inline int32_t icu_bracket_side(UChar32 c) {
    return u_getIntPropertyValue(c, UCHAR_BIDI_PAIRED_BRACKET_TYPE);
}

static inline UChar32 icu_paired_bracket(UChar32 c) { return u_getBidiPairedBracket(c); }

/* Case and normal forms. */

/* `form` is 0 for capitals, 1 for small letters, 2 for titles. Returns the length needed. */
static inline int32_t icu_map_case(
    int32_t form, const char *locale, const char *text, int32_t count, char *into, int32_t room
) {
    UErrorCode status = U_ZERO_ERROR;
    UCaseMap *map = ucasemap_open(locale, U_TITLECASE_NO_LOWERCASE, &status);
    if (U_FAILURE(status)) return -1;
    int32_t length =
        form == 0 ? ucasemap_utf8ToUpper(map, into, room, text, count, &status)
        : form == 1 ? ucasemap_utf8ToLower(map, into, room, text, count, &status)
        : ucasemap_utf8ToTitle(map, into, room, text, count, &status);
    ucasemap_close(map);
    return U_SUCCESS(status) || status == U_BUFFER_OVERFLOW_ERROR ? length : -1;
}

static inline int32_t icu_nfc(const UChar *text, int32_t count, UChar *into, int32_t room) {
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *form = unorm2_getNFCInstance(&status);
    int32_t length = unorm2_normalize(form, text, count, into, room, &status);
    return U_SUCCESS(status) || status == U_BUFFER_OVERFLOW_ERROR ? length : -1;
}

static inline int32_t icu_nfd(const UChar *text, int32_t count, UChar *into, int32_t room) {
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *form = unorm2_getNFDInstance(&status);
    int32_t length = unorm2_normalize(form, text, count, into, room, &status);
    return U_SUCCESS(status) || status == U_BUFFER_OVERFLOW_ERROR ? length : -1;
}

static inline bool icu_is_nfc(const UChar *text, int32_t count) {
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *form = unorm2_getNFCInstance(&status);
    return unorm2_isNormalized(form, text, count, &status) && U_SUCCESS(status);
}

/* Names of places and languages. */

/*
 * ICU would take the name from the machine's own language, or give the code back, where it knows
 * nothing of this one: both are no answer.
 */
static inline int32_t icu_region_name(
    const char *region, const char *locale, UChar *into, int32_t room
) {
    UErrorCode status = U_ZERO_ERROR;
    int32_t length = uloc_getDisplayCountry(region, locale, into, room, &status);
    if (status == U_USING_DEFAULT_WARNING) return -1;
    return U_SUCCESS(status) || status == U_BUFFER_OVERFLOW_ERROR ? length : -1;
}

/* Dates. */

/* UDateFormat is a pointer to void; times are written for UTC, since a wall clock is handed in. */
static inline void *icu_date_format_open(
    const char *locale, const UChar *pattern, int32_t count
) {
    if (!icu_has_i18n()) return NULL;
    UErrorCode status = U_ZERO_ERROR;
    static const UChar zone[] = {'U', 'T', 'C'};
    UDateFormat *format =
        LATER(udat_open)(UDAT_PATTERN, UDAT_PATTERN, locale, zone, 3, pattern, count, &status);
    if (U_FAILURE(status)) return NULL;
    /* ICU would switch to the Julian calendar in 1582; ISO 8601 does not. */
    LATER(ucal_setGregorianChange)((UCalendar *)LATER(udat_getCalendar)(format), -8.64e15, &status);
    return format;
}

static inline int32_t icu_date_format(
    const void *format, double milliseconds, UChar *into, int32_t room
) {
    UErrorCode status = U_ZERO_ERROR;
    int32_t length =
        LATER(udat_format)((UDateFormat *)format, milliseconds, into, room, NULL, &status);
    return U_SUCCESS(status) || status == U_BUFFER_OVERFLOW_ERROR ? length : -1;
}

static inline void icu_date_format_close(void *format) { LATER(udat_close)(format); }

static inline void *icu_date_patterns_open(const char *locale) {
    if (!icu_has_i18n()) return NULL;
    UErrorCode status = U_ZERO_ERROR;
    UDateTimePatternGenerator *patterns = LATER(udatpg_open)(locale, &status);
    return U_SUCCESS(status) ? patterns : NULL;
}

static inline int32_t icu_date_pattern(
    void *patterns, const UChar *skeleton, int32_t count, UChar *into, int32_t room
) {
    UErrorCode status = U_ZERO_ERROR;
    int32_t length =
        LATER(udatpg_getBestPattern)(patterns, skeleton, count, into, room, &status);
    return U_SUCCESS(status) ? length : -1;
}

static inline void icu_date_patterns_close(void *patterns) { LATER(udatpg_close)(patterns); }

/* Time zones. */

static inline bool icu_zone_is_known(const UChar *zone, int32_t count) {
    if (!icu_has_i18n()) return false;
    UErrorCode status = U_ZERO_ERROR;
    UChar canonical[128];
    UBool isSystem = 0;
    LATER(ucal_getCanonicalTimeZoneID)(zone, count, canonical, 128, &isSystem, &status);
    return U_SUCCESS(status) && isSystem;
}

/* The names of all zones, one after another; NULL where ICU gives none. */
static inline UEnumeration *icu_zones_open(void) {
    if (!icu_has_i18n()) return NULL;
    UErrorCode status = U_ZERO_ERROR;
    UEnumeration *zones = LATER(ucal_openTimeZones)(&status);
    return U_SUCCESS(status) ? zones : NULL;
}

/* Those of a country, by its two letters of ISO 3166-1, without other names for the same. */
static inline UEnumeration *icu_zones_of_country_open(const char *country) {
    if (!icu_has_i18n()) return NULL;
    UErrorCode status = U_ZERO_ERROR;
    UEnumeration *zones = LATER(ucal_openTimeZoneIDEnumeration)(
        UCAL_ZONE_TYPE_CANONICAL_LOCATION, country, NULL, &status);
    return U_SUCCESS(status) ? zones : NULL;
}

static inline const char *icu_zones_next(UEnumeration *zones) {
    UErrorCode status = U_ZERO_ERROR;
    const char *name = uenum_next(zones, NULL, &status);
    return U_SUCCESS(status) ? name : NULL;
}

static inline void icu_zones_close(UEnumeration *zones) { uenum_close(zones); }

/* Milliseconds from 1970 of a wall clock in a zone; NaN where ICU gives up. */
static inline double icu_instant(
    const UChar *zone, int32_t count, int32_t year, int32_t month, int32_t day, int32_t hour,
    int32_t minute
) {
    if (!icu_has_i18n()) return 0.0 / 0.0;
    UErrorCode status = U_ZERO_ERROR;
    UCalendar *calendar = LATER(ucal_open)(zone, count, "en", UCAL_GREGORIAN, &status);
    if (U_FAILURE(status)) return 0.0 / 0.0;
    LATER(ucal_clear)(calendar);
    LATER(ucal_setDateTime)(calendar, year, month - 1, day, hour, minute, 0, &status);
    double result = LATER(ucal_getMillis)(calendar, &status);
    LATER(ucal_close)(calendar);
    return U_SUCCESS(status) ? result : 0.0 / 0.0;
}

/* Numbers. */

static inline void *icu_number_format_open(
    const char *locale, bool isGrouped, int32_t minimumFraction, int32_t maximumFraction
) {
    if (!icu_has_i18n()) return NULL;
    UErrorCode status = U_ZERO_ERROR;
    UNumberFormat *format = LATER(unum_open)(UNUM_DECIMAL, NULL, 0, locale, NULL, &status);
    if (U_FAILURE(status)) return NULL;
    LATER(unum_setAttribute)(format, UNUM_GROUPING_USED, isGrouped);
    LATER(unum_setAttribute)(format, UNUM_MAX_FRACTION_DIGITS, maximumFraction);
    LATER(unum_setAttribute)(format, UNUM_MIN_FRACTION_DIGITS, minimumFraction);
    LATER(unum_setAttribute)(format, UNUM_ROUNDING_MODE, UNUM_ROUND_HALFUP);
    return format;
}

static inline int32_t icu_number_format(
    const void *format, const char *decimal, int32_t count, UChar *into, int32_t room
) {
    UErrorCode status = U_ZERO_ERROR;
    int32_t length = LATER(unum_formatDecimal)(
        (const UNumberFormat *)format, decimal, count, into, room, NULL, &status);
    return U_SUCCESS(status) || status == U_BUFFER_OVERFLOW_ERROR ? length : -1;
}

static inline void icu_number_format_close(void *format) { LATER(unum_close)(format); }

/* Lists. */

static inline UListFormatter *icu_list_open(const char *locale, bool isAlternative) {
    if (!icu_has_i18n()) return NULL;
    UErrorCode status = U_ZERO_ERROR;
    UListFormatter *list = LATER(ulistfmt_openForType)(
        locale, isAlternative ? ULISTFMT_TYPE_OR : ULISTFMT_TYPE_AND, ULISTFMT_WIDTH_WIDE,
        &status);
    return U_SUCCESS(status) ? list : NULL;
}

static inline int32_t icu_list_format(
    const UListFormatter *list, const UChar *const *items, const int32_t *lengths, int32_t count,
    UChar *into, int32_t room
) {
    UErrorCode status = U_ZERO_ERROR;
    int32_t length = LATER(ulistfmt_format)(list, items, lengths, count, into, room, &status);
    return U_SUCCESS(status) || status == U_BUFFER_OVERFLOW_ERROR ? length : -1;
}

static inline void icu_list_close(UListFormatter *list) { LATER(ulistfmt_close)(list); }

/* Collation. */

static inline UCollator *icu_collator_open(const char *locale) {
    if (!icu_has_i18n()) return NULL;
    UErrorCode status = U_ZERO_ERROR;
    UCollator *collator = LATER(ucol_open)(locale, &status);
    if (U_FAILURE(status)) return NULL;
    /* Panel 2 comes before panel 10, and 9 h before 11 h. */
    LATER(ucol_setAttribute)(collator, UCOL_NUMERIC_COLLATION, UCOL_ON, &status);
    return collator;
}

static inline int32_t icu_sort_key(
    const UCollator *collator, const UChar *text, int32_t count, uint8_t *into, int32_t room
) {
    return LATER(ucol_getSortKey)(collator, text, count, into, room);
}

static inline void icu_collator_close(UCollator *collator) { LATER(ucol_close)(collator); }

/* Forms of nouns beside a number. */

static inline int32_t icu_plural(
    const char *locale, double number, UChar *into, int32_t room
) {
    UErrorCode status = U_ZERO_ERROR;
    UPluralRules *rules = LATER(uplrules_open)(locale, &status);
    if (U_FAILURE(status)) return -1;
    int32_t length = LATER(uplrules_select)(rules, number, into, room, &status);
    LATER(uplrules_close)(rules);
    return U_SUCCESS(status) ? length : -1;
}
