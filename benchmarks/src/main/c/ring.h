/*
 * A ring of descriptors with one producer and one consumer, as io.isolane.core.ring.SpscRing: a batch ends in one
 * release store of a cursor, and each side keeps a copy of the other's cursor that it renews only when the copy says
 * full or empty. Each side's words have 128 bytes to themselves. The words lie as io.isolane.core.ring.RingLayout draws
 * them, so that the other side of a ring may be Java's.
 */
#ifndef ISOLANE_RING_H
#define ISOLANE_RING_H

#include <stdalign.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Descriptors that a ring has room for which is made here. */
enum { RING_CAPACITY = 1024 };

struct ring_words {
    alignas(128) _Atomic uint64_t tail; /* written by the producer */
    uint64_t cached_head;
    alignas(128) _Atomic uint64_t head; /* written by the consumer */
    uint64_t cached_tail;
    alignas(128) uint64_t items[];
};

_Static_assert(offsetof(struct ring_words, cached_head) == 8 && offsetof(struct ring_words, head) == 128
        && offsetof(struct ring_words, cached_tail) == 136 && offsetof(struct ring_words, items) == 256,
    "as RingLayout has them");

/* Where a ring's words are, and how many items it holds: a power of two. */
struct ring {
    struct ring_words *words;
    uint64_t capacity;
};

/* Of so many items, those from a place to the end of the ring. */
static inline int before_the_end(struct ring ring, uint64_t at, int count)
{
    uint64_t left = ring.capacity - at;
    return (uint64_t)count < left ? count : (int)left;
}

/* Puts in as many items as there is room for and returns how many. */
static inline int ring_offer(struct ring ring, const uint64_t *items, int count)
{
    struct ring_words *words = ring.words;
    uint64_t tail = atomic_load_explicit(&words->tail, memory_order_relaxed);
    int room = (int)(words->cached_head + ring.capacity - tail);
    if (room < count) {
        words->cached_head = atomic_load_explicit(&words->head, memory_order_acquire);
        room = (int)(words->cached_head + ring.capacity - tail);
    }
    int accepted = count < room ? count : room;
    uint64_t at = tail & (ring.capacity - 1);
    int first = before_the_end(ring, at, accepted);
    memcpy(&words->items[at], items, sizeof *items * (size_t)first);
    memcpy(words->items, items + first, sizeof *items * (size_t)(accepted - first));
    atomic_store_explicit(&words->tail, tail + (uint64_t)accepted, memory_order_release);
    return accepted;
}

/* Takes out up to most items and returns how many. */
static inline int ring_poll(struct ring ring, uint64_t *items, int most)
{
    struct ring_words *words = ring.words;
    uint64_t head = atomic_load_explicit(&words->head, memory_order_relaxed);
    int filled = (int)(words->cached_tail - head);
    if (filled < most) {
        words->cached_tail = atomic_load_explicit(&words->tail, memory_order_acquire);
        filled = (int)(words->cached_tail - head);
    }
    int taken = most < filled ? most : filled;
    if (taken == 0)
        return 0;
    uint64_t at = head & (ring.capacity - 1);
    int first = before_the_end(ring, at, taken);
    memcpy(items, &words->items[at], sizeof *items * (size_t)first);
    memcpy(items + first, words->items, sizeof *items * (size_t)(taken - first));
    atomic_store_explicit(&words->head, head + (uint64_t)taken, memory_order_release);
    return taken;
}

#endif
