#pragma once

/* How memory is asked for. A two-page paper takes six megabytes, which the system hands out four
   kilobytes at a time, each by an interruption of two microseconds: a tenth of the whole run. Where
   the system has them, pages of two megabytes cost a quarter of that; it gives them to a heap that
   grows in large steps, and on some systems only where they are asked for. */

/* What the C library calls itself is hidden where Swift reads its headers; the compiler knows too. */
#if defined(__gnu_linux__)
#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

/* Where the program's own empty memory begins and ends, as linkers call it. */
extern char __bss_start[], _end[];

/* What stands there is most of what Swift keeps of types: read first and written then, so that each
   of its pages interrupts the run twice. Taken at once they cost a third. */
static inline void griot_take_own_pages(void)
{
#ifdef MADV_POPULATE_WRITE
    const uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
    uintptr_t start = (uintptr_t)__bss_start & ~(page - 1);
    madvise((void *)start, (uintptr_t)_end - start, MADV_POPULATE_WRITE);
#endif
}

/* For the start of a program that will soon end: what is freed goes to its own next need, not back
   to the system. What cannot be had is done without. */
static inline void griot_take_large_pages(void)
{
    const uintptr_t large = 2u << 20;
    griot_take_own_pages();
    /* Room for the heap of a hundred pages: of what is never used nothing but its number is taken. */
    mallopt(M_TOP_PAD, 32 * large);
    /* Left alone, glibc would raise these two itself as memory is freed; a set M_TOP_PAD stops it. */
    mallopt(M_MMAP_THRESHOLD, 16 * large);
    mallopt(M_TRIM_THRESHOLD, 32 * large);
    /* Small pieces are joined as they are freed: put by, they would be joined all at once whenever a
       large piece is wanted, when those of a book have long left the cache. */
    mallopt(M_MXFAST, 0);
    uintptr_t start = ((uintptr_t)sbrk(0) + large - 1) & ~(large - 1);
    /* Makes the heap grow; but for `volatile`, the compiler would see that nobody wants the block. */
    void *volatile block = malloc(large / 8);
    free(block);
    uintptr_t end = (uintptr_t)sbrk(0) & ~(large - 1);
    if (end <= start || madvise((void *)start, end - start, MADV_HUGEPAGE)) return;
    /* What lies before the first large page is left alone: it would be had in small ones. */
    uintptr_t before = start - (uintptr_t)block;
    if (before < large) block = malloc(before);
}
#else
static inline void griot_take_large_pages(void) {}
#endif
