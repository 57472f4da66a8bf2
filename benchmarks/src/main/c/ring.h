/*
 * A ring of descriptors with one producer and one consumer, as io.isolane.core.ring.SpscRing: a batch ends in one
 * release store of a cursor, and each side keeps a copy of the other's cursor that it renews only when the copy says
 * full or empty. Each side's words have 128 bytes to themselves.
 */
#ifndef ISOLANE_RING_H
#define ISOLANE_RING_H

#include <stdalign.h>
#include <stdatomic.h>
#include <stdint.h>

enum { RING_CAPACITY = 1024 };

struct ring {
    alignas(128) _Atomic uint64_t tail; /* written by the producer */
    uint64_t cached_head;
    alignas(128) _Atomic uint64_t head; /* written by the consumer */
    uint64_t cached_tail;
    alignas(128) uint64_t items[RING_CAPACITY];
};

/* Puts in as many items as there is room for and returns how many. */
static inline int ring_offer(struct ring *ring, const uint64_t *items, int count)
{
    uint64_t tail = atomic_load_explicit(&ring->tail, memory_order_relaxed);
    int room = (int)(ring->cached_head + RING_CAPACITY - tail);
    if (room < count) {
        ring->cached_head = atomic_load_explicit(&ring->head, memory_order_acquire);
        room = (int)(ring->cached_head + RING_CAPACITY - tail);
    }
    int accepted = count < room ? count : room;
    for (int i = 0; i < accepted; i++)
        ring->items[(tail + (uint64_t)i) & (RING_CAPACITY - 1)] = items[i];
    atomic_store_explicit(&ring->tail, tail + (uint64_t)accepted, memory_order_release);
    return accepted;
}

/* Takes out up to most items and returns how many. */
static inline int ring_poll(struct ring *ring, uint64_t *items, int most)
{
    uint64_t head = atomic_load_explicit(&ring->head, memory_order_relaxed);
    int filled = (int)(ring->cached_tail - head);
    if (filled < most) {
        ring->cached_tail = atomic_load_explicit(&ring->tail, memory_order_acquire);
        filled = (int)(ring->cached_tail - head);
    }
    int taken = most < filled ? most : filled;
    for (int i = 0; i < taken; i++)
        items[i] = ring->items[(head + (uint64_t)i) & (RING_CAPACITY - 1)];
    atomic_store_explicit(&ring->head, head + (uint64_t)taken, memory_order_release);
    return taken;
}

#endif
