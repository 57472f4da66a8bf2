/*
 * How late a spinning thread is for something due every microsecond, as io.isolane.tools.bench.machine.Hiccups and
 * ThreadWatch: a thread that reads the clock in every turn is watched by nothing more than that. What it notes is a
 * histogram that keeps eleven bits of each number of nanoseconds.
 *
 *   value  0 .. 2047                 2048 .. 4095      4096 .. 8191      ...
 *   at     the value itself          1024 steps of 2   1024 steps of 4   ...
 */
#ifndef ISOLANE_HICCUPS_H
#define ISOLANE_HICCUPS_H

#include <stdalign.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>

enum {
    PERIOD_NANOS = 1000,
    STEP_BITS = 10,
    /* Up to 2^42 nanoseconds, more than an hour. */
    HICCUP_COUNTS = (42 - STEP_BITS + 1) << STEP_BITS
};

/*
 * What a spinning thread and the one that started it tell each other. A watch is known by the time at which it began, 0
 * is none. The spinning thread writes counts while a watch is open; the other clears and reads them while none is.
 */
struct spin {
    alignas(128) _Atomic uint64_t is_stopped; /* written by the other */
    _Atomic uint64_t wanted;
    alignas(128) _Atomic uint64_t open; /* written by the spinning thread */
    _Atomic uint64_t looked;            /* when it last looked at the clock */
    uint64_t due;
    alignas(128) uint64_t counts[HICCUP_COUNTS];
};

_Static_assert(offsetof(struct spin, wanted) == 8 && offsetof(struct spin, open) == 128
        && offsetof(struct spin, looked) == 136 && offsetof(struct spin, counts) == 256 && HICCUP_COUNTS == 33792,
    "as io.isolane.benchmarks.reference.SpinLayout has them");

static inline uint64_t *count_of(struct spin *spin, uint64_t lateness)
{
    unsigned shift = 63 - STEP_BITS - (unsigned)__builtin_clzll(lateness | ((UINT64_C(2) << STEP_BITS) - 1));
    uint64_t at = ((uint64_t)shift << STEP_BITS) + (lateness >> shift);
    return &spin->counts[at < HICCUP_COUNTS ? at : HICCUP_COUNTS - 1];
}

/* The thread has come round again, at so many nanoseconds. */
static inline void look(struct spin *spin, uint64_t now)
{
    uint64_t wanted = atomic_load_explicit(&spin->wanted, memory_order_acquire);
    uint64_t open = atomic_load_explicit(&spin->open, memory_order_relaxed);
    for (; open != 0 && spin->due <= now; spin->due += PERIOD_NANOS)
        ++*count_of(spin, now - spin->due);
    if (wanted != open) {
        spin->due = wanted + PERIOD_NANOS;
        atomic_store_explicit(&spin->open, wanted, memory_order_release);
    }
    atomic_store_explicit(&spin->looked, now, memory_order_relaxed);
}

#endif
