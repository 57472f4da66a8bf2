/*
 * An entry of the MAC table in two words, as io.isolane.core.table.Entry:
 *
 *    63        48 47                                      0
 *   +------------+------------------------------------------+
 *   | FID        | MAC address                              |   key; 0 is an entry that was never used
 *   +------------+------------------------------------------+
 *    63     62       61     55 54        36 35   24 23                        0
 *   +------+--------+---------+------------+-------+---------------------------+
 *   | LIVE |   -    | version | generation | port  | stamp, in steps of 256 ms |   value
 *   +------+--------+---------+------------+-------+---------------------------+
 *
 * The version advances whenever a slot is given to another key, so a reader who sees one value on both sides of the key
 * knows that they belong together. An entry of another generation than its port's is void: a flush is one store.
 */
#ifndef ISOLANE_ENTRY_H
#define ISOLANE_ENTRY_H

#include <stdatomic.h>
#include <stdint.h>

enum {
    /* Milliseconds by which the stamp of a station that keeps speaking may lag: an entry is not written for less. */
    STAMP_LAG = 1000,

    STAMP_STEP_SHIFT = 8,
    PORT_SHIFT = 24,
    GENERATION_SHIFT = 36,
    VERSION_SHIFT = 55
};

#define LIVE (UINT64_C(1) << 63)
#define STAMP_FIELD UINT64_C(0xffffff)
#define PORT_MASK UINT64_C(0xfff)
#define GENERATION_MASK UINT64_C(0x7ffff)
#define VERSION_FIELD (UINT64_C(0x7f) << VERSION_SHIFT)

struct entry {
    _Atomic uint64_t key;
    _Atomic uint64_t value;
};

static inline uint64_t key_of(const struct entry *entry)
{
    return atomic_load_explicit(&entry->key, memory_order_acquire);
}

static inline uint64_t value_of(const struct entry *entry)
{
    return atomic_load_explicit(&entry->value, memory_order_acquire);
}

static inline void publish_key(struct entry *entry, uint64_t key)
{
    atomic_store_explicit(&entry->key, key, memory_order_release);
}

static inline void publish_value(struct entry *entry, uint64_t value)
{
    atomic_store_explicit(&entry->value, value, memory_order_release);
}

static inline int port_of(uint64_t value)
{
    return (int)(value >> PORT_SHIFT & PORT_MASK);
}

static inline uint64_t generation_of(uint64_t value)
{
    return value >> GENERATION_SHIFT & GENERATION_MASK;
}

/* All of a value but its stamp and its version: the same for every station of a port and a generation. */
static inline uint64_t owner_of(uint64_t value)
{
    return value & (LIVE | GENERATION_MASK << GENERATION_SHIFT | PORT_MASK << PORT_SHIFT);
}

/* Milliseconds since an entry's stamp; the clock may wrap. */
static inline int32_t age_of(uint64_t value, uint32_t now)
{
    return (int32_t)(now - ((uint32_t)value << STAMP_STEP_SHIFT));
}

/* The same value, written for the given time. */
static inline uint64_t with_stamp(uint64_t value, uint32_t now)
{
    return (value & ~STAMP_FIELD) | now >> STAMP_STEP_SHIFT;
}

/* A live value in the version of another. */
static inline uint64_t live_value(uint64_t value, int port, uint64_t generation, uint32_t now)
{
    return (value & VERSION_FIELD) | LIVE | generation << GENERATION_SHIFT | (uint64_t)port << PORT_SHIFT
        | now >> STAMP_STEP_SHIFT;
}

/* The slot free, ready for another key. */
static inline uint64_t next_version(uint64_t value)
{
    return ((value & VERSION_FIELD) + (UINT64_C(1) << VERSION_SHIFT)) & VERSION_FIELD;
}

#endif
