#pragma once

#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* RTLD_DEFAULT */
#endif
#include <dlfcn.h>
#include <qrencode.h>

/* A code under the mask named, without a look at the other seven, which is nine tenths of the work.
   The library exports the function and its header does not name it; null where a build hides it. */
static inline QRcode *griot_qr_masked(QRinput *input, int mask)
{
    QRcode *(*encode)(QRinput *, int);
    *(void **)&encode = dlsym(RTLD_DEFAULT, "QRcode_encodeMask");
    return encode ? encode(input, mask) : 0;
}
