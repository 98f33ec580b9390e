#pragma once

#include <dlfcn.h>
#include <stddef.h>

/* Expat is opened at run time, as libzip is, and what is used of expat.h is said again here. */

typedef struct griot_xml_parser *griot_xml_parser;

typedef void (*griot_xml_start)(void *, const char *, const char **);
typedef void (*griot_xml_end)(void *, const char *);
typedef void (*griot_xml_text)(void *, const char *, int);
typedef void (*griot_xml_doctype)(void *, const char *, const char *, const char *, int);

#define GRIOT_XML_FUNCTIONS(F) \
    F(griot_xml_parser, create, XML_ParserCreate, (const char *)) \
    F(void, free, XML_ParserFree, (griot_xml_parser)) \
    F(void, set_user_data, XML_SetUserData, (griot_xml_parser, void *)) \
    F(void, set_elements, XML_SetElementHandler, \
      (griot_xml_parser, griot_xml_start, griot_xml_end)) \
    F(void, set_text, XML_SetCharacterDataHandler, (griot_xml_parser, griot_xml_text)) \
    F(void, set_doctype, XML_SetStartDoctypeDeclHandler, (griot_xml_parser, griot_xml_doctype)) \
    F(int, stop, XML_StopParser, (griot_xml_parser, unsigned char)) \
    F(int, parse, XML_Parse, (griot_xml_parser, const char *, int, int))

typedef struct {
#define GRIOT_XML_FIELD(result, field, function, arguments) result (*field) arguments;
    GRIOT_XML_FUNCTIONS(GRIOT_XML_FIELD)
#undef GRIOT_XML_FIELD
} griot_xml;

/* Returns 0 where the library is not on the machine or lacks a function. */
static inline int griot_xml_load(griot_xml *xml)
{
    static const char *const names[] = { "libexpat.so.1", "libexpat.so", "libexpat.dylib" };
    void *library = NULL;
    for (size_t i = 0; !library && i < sizeof names / sizeof *names; i++)
        library = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
    if (!library) return 0;
    int found = 1;
#define GRIOT_XML_FIND(result, field, function, arguments) \
    *(void **)&xml->field = dlsym(library, #function); \
    found = found && xml->field;
    GRIOT_XML_FUNCTIONS(GRIOT_XML_FIND)
#undef GRIOT_XML_FIND
    return found;
}
