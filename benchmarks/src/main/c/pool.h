/*
 * Slots for frames and who has the free ones, as io.isolane.core.memory: a depot of magazines without locks, and
 * caches, last in first out, that fill up from it and spill to it a magazine at a time. Two classes of slot, of 2 KiB
 * and 72 KiB; the starts of the small ones are staggered by up to five cache lines. The depots and the slots lie as
 * they do there, so that a memory may be shared with Java. The first line of a slot holds the count of a shared frame,
 * or the links of a free one:
 *
 *    0         4              24     28      64                124          128
 *   +---------+--------------+------+-------+-----------------+------------+---------------+
 *   | shares  | unused       | next | count | slots of the    | room for a | frame ...     |
 *   |         |              | (free slots)  | magazine (free) | tag        |               |
 *   +---------+--------------+------+-------+-----------------+------------+---------------+
 */
#ifndef ISOLANE_POOL_H
#define ISOLANE_POOL_H

#include "frame.h"

#include <stdalign.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdlib.h>
#include <sys/mman.h>

enum {
    SMALL = 0,
    LARGE = 1,
    SLOT_CLASSES = 2,

    SMALL_STRIDE = 2048,
    LARGE_STRIDE = 73728,
    COLOURS = 6,
    SMALL_CAPACITY = SMALL_STRIDE - (COLOURS - 1) * UNIT - FRAME_OFFSET_SHIFTED,
    LARGE_CAPACITY = LARGE_STRIDE - (COLOURS - 1) * UNIT - FRAME_OFFSET_SHIFTED,

    /* Unit 0 is nobody's slot, so that no descriptor of a frame is 0. */
    FIRST_UNIT = 4096 / UNIT,
    SMALL_UNITS = SMALL_STRIDE / UNIT,
    LARGE_UNITS = LARGE_STRIDE / UNIT,

    /* Where the depots are, in the memory's first page. */
    SMALL_DEPOT = 2048,
    LARGE_DEPOT = 3072,

    SMALL_MAGAZINE = 64,
    LARGE_MAGAZINE = 4,
    MAGAZINES = 8,

    HUGE_PAGE = 2 << 20
};

/* What a free slot holds that is the first of its magazine. */
struct magazine {
    uint8_t unused[24];
    uint32_t next;
    uint32_t count;
    uint8_t unused_too[32];
    uint32_t units[SMALL_MAGAZINE];
};

_Static_assert(offsetof(struct magazine, next) == 24 && offsetof(struct magazine, count) == 28
        && offsetof(struct magazine, units) == 64,
    "as io.isolane.core.memory.FrameLayout has them");

/* A stack of magazines: the first slot's unit in the low half, in the high one a number that every change advances. */
struct depot {
    alignas(128) _Atomic uint64_t head;
    alignas(128) _Atomic int64_t available; /* slots; counted where the memory's owner may ask */
};

struct memory {
    uint8_t *base;
    bool is_foreign; /* its owner made the depots, and frees it */
    uint32_t large_slots;
    uint32_t first_large_unit;
};

struct stack {
    struct depot *depot;
    int magazine;
    int capacity;
    int size;
    uint32_t units[SMALL_MAGAZINE * MAGAZINES];
};

/* One thread's stock of free slots. */
struct cache {
    const struct memory *memory;
    struct stack stacks[SLOT_CLASSES];
};

/* Zeroed memory, in huge pages where it is large enough for one and the kernel has them; NULL if there is none. */
static void *zeroed(size_t bytes)
{
    size_t alignment = bytes < HUGE_PAGE ? 128 : HUGE_PAGE;
    size_t rounded = (bytes + alignment - 1) / alignment * alignment;
    void *memory = aligned_alloc(alignment, rounded);
    if (memory != NULL) {
        if (alignment == HUGE_PAGE)
            (void)madvise(memory, rounded, MADV_HUGEPAGE);
        memset(memory, 0, rounded);
    }
    return memory;
}

static inline uint8_t *slot_at(const struct memory *memory, uint32_t unit)
{
    return memory->base + (uint64_t)unit * UNIT;
}

static inline uint8_t *frame_at(const struct memory *memory, uint64_t frame)
{
    return memory->base + frame_offset(frame);
}

static inline struct depot *depot_of(const struct memory *memory, int class)
{
    return (struct depot *)(memory->base + (class == SMALL ? SMALL_DEPOT : LARGE_DEPOT));
}

static inline int class_of(const struct memory *memory, uint32_t unit)
{
    return unit < memory->first_large_unit ? SMALL : LARGE;
}

/* By how many lines the start of a small slot is staggered: 0, 0, 1, 2, 3, 3, 4, 5 and again. */
static inline uint32_t colour_of(uint32_t index)
{
    return ((index & 7) * COLOURS) >> 3;
}

/* True if a descriptor names a slot and a length inside it: the check at the border of ownership. */
static inline bool memory_contains(const struct memory *memory, uint64_t frame)
{
    uint32_t unit = unit_of(frame);
    if (unit >= memory->first_large_unit) {
        uint32_t from_first = unit - memory->first_large_unit;
        return from_first % LARGE_UNITS == 0 && from_first / LARGE_UNITS < memory->large_slots
            && length_of(frame) <= LARGE_CAPACITY;
    }
    uint32_t from_first = unit - FIRST_UNIT;
    return unit >= FIRST_UNIT && (from_first & (SMALL_UNITS - 1)) == colour_of(from_first / SMALL_UNITS)
        && length_of(frame) <= SMALL_CAPACITY;
}

/*
 * True if each descriptor names a small slot, a length inside it and no other holder: the check of the usual batch,
 * without a decision, so that the compiler can use vector instructions.
 */
static inline bool are_usual(const struct memory *memory, const uint64_t *frames, int count)
{
    const uint64_t last_unit = memory->first_large_unit - 1;
    uint64_t doubts = 0;
    for (int i = 0; i < count; i++) {
        uint64_t unit = frames[i] & UNIT_MASK;
        uint64_t from_first = unit - FIRST_UNIT;
        uint64_t colour = ((from_first / SMALL_UNITS & 7) * COLOURS) >> 3;
        uint64_t spare = SMALL_CAPACITY - (frames[i] >> LENGTH_SHIFT & LENGTH_MASK);
        uint64_t misplaced = (from_first & (SMALL_UNITS - 1)) ^ colour;
        doubts |= misplaced | (from_first | (last_unit - unit) | spare) >> 63 | (frames[i] & (SHARED | INNER_TAG));
    }
    return doubts == 0;
}

static void depot_push(const struct memory *memory, struct depot *depot, const uint32_t *units, int count)
{
    struct magazine *magazine = (struct magazine *)slot_at(memory, units[0]);
    memcpy(magazine->units + 1, units + 1, sizeof *units * (size_t)(count - 1));
    magazine->count = (uint32_t)count;
    if (memory->is_foreign)
        atomic_fetch_add(&depot->available, count);
    uint64_t head = atomic_load(&depot->head);
    uint64_t changed;
    do {
        magazine->next = (uint32_t)head;
        changed = ((head >> 32) + 1) << 32 | units[0];
    } while (!atomic_compare_exchange_weak(&depot->head, &head, changed));
}

/* Takes one magazine and returns how many slots it has, 0 if there is none. */
static int depot_pop(const struct memory *memory, struct depot *depot, uint32_t *units)
{
    uint64_t head = atomic_load(&depot->head);
    const struct magazine *magazine;
    uint64_t changed;
    do {
        if ((uint32_t)head == 0)
            return 0;
        magazine = (const struct magazine *)slot_at(memory, (uint32_t)head);
        changed = ((head >> 32) + 1) << 32 | magazine->next;
    } while (!atomic_compare_exchange_weak(&depot->head, &head, changed));
    units[0] = (uint32_t)head;
    memcpy(units + 1, magazine->units + 1, sizeof *units * (magazine->count - 1));
    if (memory->is_foreign)
        atomic_fetch_sub(&depot->available, magazine->count);
    return (int)magazine->count;
}

static inline int magazine_of(int class)
{
    return class == SMALL ? SMALL_MAGAZINE : LARGE_MAGAZINE;
}

static void depot_fill(const struct memory *memory, int class, uint32_t first, uint32_t stride, uint32_t slots)
{
    uint32_t units[SMALL_MAGAZINE];
    while (slots > 0) {
        int count = 0;
        while (count < magazine_of(class) && slots > 0) {
            slots--;
            units[count++] = first + slots * stride + (class == SMALL ? colour_of(slots) : 0);
        }
        depot_push(memory, depot_of(memory, class), units, count);
    }
}

/* Slots in a memory that has its depots already, or, where that is NULL, in one that is made here. */
static bool memory_open(struct memory *memory, uint8_t *foreign, uint32_t small_slots, uint32_t large_slots)
{
    memory->is_foreign = foreign != NULL;
    memory->large_slots = large_slots;
    memory->first_large_unit = FIRST_UNIT + small_slots * SMALL_UNITS;
    memory->base = foreign;
    if (memory->is_foreign)
        return true;
    memory->base = zeroed(FIRST_UNIT * UNIT + (size_t)small_slots * SMALL_STRIDE + (size_t)large_slots * LARGE_STRIDE);
    if (memory->base == NULL)
        return false;
    depot_fill(memory, SMALL, FIRST_UNIT, SMALL_UNITS, small_slots);
    depot_fill(memory, LARGE, memory->first_large_unit, LARGE_UNITS, large_slots);
    return true;
}

static void cache_open(struct cache *cache, const struct memory *memory)
{
    cache->memory = memory;
    for (int class = SMALL; class < SLOT_CLASSES; class++) {
        struct stack *stack = &cache->stacks[class];
        stack->depot = depot_of(memory, class);
        stack->magazine = magazine_of(class);
        stack->capacity = stack->magazine * MAGAZINES;
        stack->size = 0;
    }
}

/* Gives every slot in stock back. */
static void cache_close(struct cache *cache)
{
    for (int class = SMALL; class < SLOT_CLASSES; class++) {
        struct stack *stack = &cache->stacks[class];
        while (stack->size > 0) {
            int count = stack->size < stack->magazine ? stack->size : stack->magazine;
            stack->size -= count;
            depot_push(cache->memory, stack->depot, stack->units + stack->size, count);
        }
    }
}

/* A frame of undefined contents; NO_FRAME if no slot is free or none is that large. */
static inline uint64_t cache_allocate(struct cache *cache, uint32_t length)
{
    if (length > LARGE_CAPACITY)
        return NO_FRAME;
    struct stack *stack = &cache->stacks[length <= SMALL_CAPACITY ? SMALL : LARGE];
    if (stack->size == 0) {
        stack->size = depot_pop(cache->memory, stack->depot, stack->units);
        if (stack->size == 0)
            return NO_FRAME;
    }
    return descriptor_of(stack->units[--stack->size], length);
}

/* Gives up a descriptor; the slot of a shared frame becomes free with its last. */
static inline void cache_free(struct cache *cache, uint64_t frame)
{
    uint32_t unit = unit_of(frame);
    if ((frame & SHARED) != 0) {
        _Atomic int32_t *shares = (_Atomic int32_t *)slot_at(cache->memory, unit);
        if (atomic_fetch_sub(shares, 1) != 1)
            return;
    }
    struct stack *stack = &cache->stacks[class_of(cache->memory, unit)];
    if (stack->size == stack->capacity) {
        depot_push(cache->memory, stack->depot, stack->units, stack->magazine);
        stack->size -= stack->magazine;
        memmove(stack->units, stack->units + stack->magazine, sizeof *stack->units * (size_t)stack->size);
    }
    stack->units[stack->size++] = unit;
}

/* Gives up so many descriptors: those that are small and have no other holder in one go, for as long as there is room. */
static inline void cache_free_all(struct cache *cache, const uint64_t *frames, int count)
{
    struct stack *stack = &cache->stacks[SMALL];
    for (int i = 0; i < count; i++) {
        int top = stack->size;
        for (; i < count && top < stack->capacity; i++) {
            uint32_t unit = unit_of(frames[i]);
            if ((frames[i] & SHARED) != 0 || class_of(cache->memory, unit) != SMALL)
                break;
            stack->units[top++] = unit;
        }
        stack->size = top;
        if (i < count)
            cache_free(cache, frames[i]);
    }
}

/* Says that so many descriptors of this frame are about to exist; its owner calls it before the first leaves. */
static inline void share(const struct memory *memory, uint64_t frame, int holders)
{
    atomic_store_explicit((_Atomic int32_t *)slot_at(memory, unit_of(frame)), holders, memory_order_relaxed);
}

#endif
