/*
 * The MAC table, as io.isolane.core.table: open addressing with linear probing that stays inside a region of 16,384
 * slots, eight slots for every station. Anybody looks up without waiting; whoever changes entries claims their region
 * first.
 *
 * It has no static stations, no limits, and a full one learns nothing more, where ours makes room.
 */
#ifndef ISOLANE_TABLE_H
#define ISOLANE_TABLE_H

#include "entry.h"
#include "pool.h"

enum {
    MAX_PORTS = 64,
    SLOTS_PER_STATION = 8,
    CACHED_SLOTS = 1 << 20, /* may be in the processor's caches */
    MAX_PROBES = 64,
    REGION = 1 << 14,

    UNKNOWN = -1
};

enum learnt { KNOWN, LEARNT, MOVED, NO_ROOM, CONTENDED };

/* Who may change a region: taken by one compare-and-set, never waited for. */
struct claim {
    alignas(128) _Atomic uint64_t owner;
};

struct table {
    struct entry *entries;
    uint64_t mask;
    uint64_t region_mask;
    uint64_t seed;
    uint64_t multiplier;
    struct claim *claims;
    int64_t capacity;
    uint64_t hand; /* where the sweep goes on */
    alignas(128) _Atomic int64_t learnt;
    /* A word a port: generation in the high half, count of stations in the low. */
    alignas(128) _Atomic uint64_t stations[MAX_PORTS];
};

/* The seeded hash: a product of 128 bits folded onto itself. */
static inline uint64_t hash_of(uint64_t key, uint64_t seed, uint64_t multiplier)
{
    __extension__ unsigned __int128 product = (unsigned __int128)(key ^ seed) * multiplier;
    return (uint64_t)(product >> 64) ^ (uint64_t)product;
}

/* The slot where the probe for a key begins. */
static inline uint64_t home_of(const struct table *table, uint64_t key)
{
    return hash_of(key, table->seed, table->multiplier) & table->mask;
}

static inline uint64_t next_slot(const struct table *table, uint64_t slot)
{
    return (slot & ~table->region_mask) | ((slot + 1) & table->region_mask);
}

static inline uint64_t previous_slot(const struct table *table, uint64_t slot)
{
    return (slot & ~table->region_mask) | ((slot - 1) & table->region_mask);
}

/* The entry that has a key, live or not; NULL if none has. */
static inline struct entry *find(const struct table *table, uint64_t key)
{
    uint64_t slot = home_of(table, key);
    for (int probe = 0; probe < MAX_PROBES; probe++) {
        struct entry *entry = &table->entries[slot];
        uint64_t found = key_of(entry);
        if (found == key)
            return entry;
        if (found == 0)
            return NULL;
        slot = next_slot(table, slot);
    }
    return NULL;
}

/*
 * The value that a key has, live or not; 0 if it has none. Who reads the same value before and after the key knows that
 * the two belong together.
 */
static uint64_t table_value(const struct table *table, uint64_t key)
{
    uint64_t slot = home_of(table, key);
    int probe = 0;
    while (probe < MAX_PROBES) {
        const struct entry *entry = &table->entries[slot];
        uint64_t value = value_of(entry);
        uint64_t found = key_of(entry);
        if (found == 0)
            return 0;
        if (found != key) {
            slot = next_slot(table, slot);
            probe++;
        } else if (value_of(entry) == value) {
            return value;
        }
    }
    return 0;
}

/*
 * The values of many keys at once. The loop over first places waits for no decision, so that the processor has many
 * cache misses under way; its constants are locals because an acquire load makes the compiler read members again.
 */
static void table_find(const struct table *table, const uint64_t *keys, uint64_t *values, int count)
{
    const struct entry *entries = table->entries;
    const uint64_t mask = table->mask;
    const uint64_t seed = table->seed;
    const uint64_t multiplier = table->multiplier;
    if (mask >= CACHED_SLOTS)
        for (int i = 0; i < count; i++)
            __builtin_prefetch(&entries[hash_of(keys[i], seed, multiplier) & mask]);
    for (int i = 0; i < count; i++) {
        uint64_t key = keys[i];
        const struct entry *entry = &entries[hash_of(key, seed, multiplier) & mask];
        uint64_t value = value_of(entry);
        values[i] = key_of(entry) == key && value_of(entry) == value ? value : table_value(table, key);
    }
}

/* True for a live value that no flush has made void. */
static inline bool is_valid(const struct table *table, uint64_t value)
{
    if ((value & LIVE) == 0)
        return false;
    uint64_t word = atomic_load_explicit(&table->stations[port_of(value)], memory_order_acquire);
    return generation_of(value) == word >> 32;
}

/* The ports of the stations of which table_find found these values, UNKNOWN for those that it did not find. */
static void table_ports(const struct table *table, const uint64_t *values, int *ports, int count)
{
    for (int i = 0; i < count; i++)
        ports[i] = is_valid(table, values[i]) ? port_of(values[i]) : UNKNOWN;
}

/* What is_heard compares with; it holds until the next flush of the port. */
static inline uint64_t learnt_by(const struct table *table, int port)
{
    uint64_t generation = atomic_load_explicit(&table->stations[port], memory_order_acquire) >> 32;
    return LIVE | generation << GENERATION_SHIFT | (uint64_t)port << PORT_SHIFT;
}

/*
 * True for a station that was found to be heard on the port within the last second, so that there is nothing to learn.
 */
static inline bool is_heard(uint64_t value, uint64_t learnt_by, uint32_t now)
{
    return owner_of(value) == learnt_by && age_of(value, now) < STAMP_LAG;
}

/* A region is its first slots' claim; false if somebody else has it. */
static bool try_claim(struct table *table, uint64_t slot)
{
    uint64_t nobody = 0;
    return atomic_compare_exchange_strong(&table->claims[slot / REGION].owner, &nobody, 1);
}

static void release(struct table *table, uint64_t slot)
{
    atomic_store_explicit(&table->claims[slot / REGION].owner, 0, memory_order_release);
}

static bool is_live(const struct table *table, uint64_t slot)
{
    return (value_of(&table->entries[slot]) & LIVE) != 0;
}

/* True if the probe for a live entry goes through a slot. */
static bool is_passed(const struct table *table, uint64_t slot)
{
    uint64_t at = next_slot(table, slot);
    for (uint64_t distance = 1; distance < MAX_PROBES && key_of(&table->entries[at]) != 0; distance++) {
        uint64_t from_home = (at - home_of(table, key_of(&table->entries[at]))) & table->region_mask;
        if (is_live(table, at) && from_home >= distance)
            return true;
        at = next_slot(table, at);
    }
    return false;
}

/*
 * The entry that has a key, else the first free one of its probe, else NULL. In a claimed region, as are all that
 * follow.
 */
static struct entry *place_for(const struct table *table, uint64_t key)
{
    struct entry *entry = find(table, key);
    uint64_t slot = home_of(table, key);
    for (int probe = 0; entry == NULL && probe < MAX_PROBES; probe++) {
        if (!is_live(table, slot))
            entry = &table->entries[slot];
        slot = next_slot(table, slot);
    }
    return entry;
}

/* Gives a key its live value; another key that had the slot loses it first. */
static void publish(struct table *table, struct entry *entry, uint64_t key, int port, uint32_t now)
{
    uint64_t generation = atomic_fetch_add(&table->stations[port], 1) >> 32;
    uint64_t value = value_of(entry);
    if (key_of(entry) != key) {
        value = next_version(value);
        publish_value(entry, value);
        publish_key(entry, key);
    }
    publish_value(entry, live_value(value, port, generation, now));
}

/* Counts one station of a port less, unless a flush has forgotten it already. */
static void uncount(struct table *table, uint64_t value)
{
    _Atomic uint64_t *stations = &table->stations[port_of(value)];
    uint64_t word = atomic_load(stations);
    while (word >> 32 == generation_of(value) && !atomic_compare_exchange_weak(stations, &word, word - 1))
        ;
}

/*
 * Forgets the station of an entry whose value has just been made free: the slot and free ones before it become unused
 * where they can.
 */
static void forget(struct table *table, struct entry *entry, uint64_t value)
{
    uint64_t slot = (uint64_t)(entry - table->entries);
    atomic_fetch_sub(&table->learnt, 1);
    uncount(table, value);
    while (key_of(&table->entries[slot]) != 0 && !is_live(table, slot) && !is_passed(table, slot)) {
        publish_key(&table->entries[slot], 0);
        slot = previous_slot(table, slot);
    }
}

static enum learnt learn_claimed(struct table *table, uint64_t key, int port, uint32_t now)
{
    struct entry *entry = find(table, key);
    uint64_t value = entry == NULL ? 0 : value_of(entry);
    if (is_valid(table, value)) {
        if (port_of(value) == port)
            return KNOWN;
        publish(table, entry, key, port, now);
        uncount(table, value);
        return MOVED;
    }
    if ((value & LIVE) != 0) {
        publish_value(entry, next_version(value));
        forget(table, entry, value);
    }
    if (atomic_fetch_add(&table->learnt, 1) >= table->capacity || (entry = place_for(table, key)) == NULL) {
        atomic_fetch_sub(&table->learnt, 1);
        return NO_ROOM;
    }
    publish(table, entry, key, port, now);
    return LEARNT;
}

/* What table_learn does not settle at a glance. */
static enum learnt learn_anew(struct table *table, uint64_t key, int port, uint32_t now)
{
    uint64_t home = home_of(table, key);
    if (!try_claim(table, home))
        return CONTENDED;
    enum learnt result = learn_claimed(table, key, port, now);
    release(table, home);
    return result;
}

/* Notes that a station was heard on a port. */
static inline enum learnt table_learn(struct table *table, uint64_t key, int port, uint32_t now)
{
    struct entry *entry = find(table, key);
    if (entry != NULL) {
        uint64_t value = table_value(table, key);
        if (is_valid(table, value) && port_of(value) == port
            && (age_of(value, now) < STAMP_LAG
                || atomic_compare_exchange_strong(&entry->value, &value, with_stamp(value, now))))
            return KNOWN;
    }
    return learn_anew(table, key, port, now);
}

/* Makes every station of a port void. */
static void table_flush(struct table *table, int port)
{
    uint64_t generation = ((atomic_load(&table->stations[port]) >> 32) + 1) & GENERATION_MASK;
    atomic_store(&table->stations[port], generation << 32);
}

static inline bool is_expired(const struct table *table, uint64_t value, uint32_t now, int32_t max_age)
{
    if ((value & LIVE) == 0)
        return false;
    return age_of(value, now) >= max_age + STAMP_LAG || !is_valid(table, value);
}

/* One slice of the endless sweep that frees what has been silent for max_age milliseconds or is void. */
static void table_expire(struct table *table, uint32_t now, int32_t max_age, int slots)
{
    for (; slots > 0; slots--) {
        uint64_t slot = table->hand;
        struct entry *entry = &table->entries[slot];
        uint64_t value = value_of(entry);
        table->hand = (slot + 1) & table->mask;
        if (is_expired(table, value, now, max_age) && try_claim(table, slot)) {
            value = value_of(entry);
            if (is_expired(table, value, now, max_age)
                && atomic_compare_exchange_strong(&entry->value, &value, next_version(value)))
                forget(table, entry, value);
            release(table, slot);
        }
    }
}

/* For so many stations; seed and multiplier are the hash's. */
static bool table_open(struct table *table, int64_t capacity, uint64_t seed, uint64_t multiplier)
{
    uint64_t slots = MAX_PROBES;
    while (slots < (uint64_t)capacity * SLOTS_PER_STATION)
        slots *= 2;
    table->mask = slots - 1;
    table->region_mask = (slots < REGION ? slots : REGION) - 1;
    table->seed = seed;
    table->multiplier = multiplier;
    table->capacity = capacity;
    table->entries = zeroed(slots * sizeof *table->entries);
    table->claims = zeroed((slots / REGION + 1) * sizeof *table->claims);
    return table->entries != NULL && table->claims != NULL;
}

#endif
