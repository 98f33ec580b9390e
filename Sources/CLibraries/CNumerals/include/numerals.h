#pragma once

#include <stddef.h>

/* Cairo prints every number of a page by the C library's `snprintf`, which takes two thousand
   instructions for each: a tenth of all that a document costs. Linked into a program, this room's
   `numerals.c` answers in its place: the same digits at a tenth of the price, and whatever it does not
   know, it hands to the C library. */

/* Writes `value` with so many digits behind the point, as `%.*f` does, without an end mark.
   - digits: 0 to 18.
   Returns how many characters those are, of at most 40; 0 where the C library must do it: infinities,
   what is no number, and what has more than nineteen digits in all. */
size_t griot_print_decimal(char *text, double value, int digits);
