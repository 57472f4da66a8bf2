/*
 * The switch as data: ports, the sets of ports that frames of a VLAN may reach, what is counted, and the batch on its
 * way.
 *
 * As io.isolane.core.policy.ForwardingState and PortState, io.isolane.core.counter, and
 * io.isolane.dataplane.pipeline.Batch, for networks in mode learning with access ports and trunks.
 */
#ifndef ISOLANE_FABRIC_H
#define ISOLANE_FABRIC_H

#include "ring.h"
#include "table.h"

enum {
    BATCH = 256,
    MAX_VLANS = 64,
    VIDS = 4096,
    NO_VLAN = -1,

    /* In batch.egress: to the whole reach. */
    GROUP = -2
};

/* Why a frame was not forwarded, with the labels of io.isolane.core.counter.DropReason. */
#define DROPS(DROP)                          \
    DROP(RUNT, "runt")                       \
    DROP(OVER_LONG, "over-long")             \
    DROP(BAD_DESCRIPTOR, "bad-descriptor")   \
    DROP(TRUNCATED_TAG, "truncated-tag")     \
    DROP(GROUP_SOURCE, "group-source")       \
    DROP(ZERO_SOURCE, "zero-source")         \
    DROP(LINK_LOCAL, "link-local")           \
    DROP(TAG_ON_ACCESS, "tag-on-access")     \
    DROP(FOREIGN_TAG, "foreign-tag")         \
    DROP(SECOND_TAG, "second-tag")           \
    DROP(RESERVED_VLAN, "reserved-vid")      \
    DROP(VLAN_NOT_ALLOWED, "vlan-not-allowed") \
    DROP(NO_NATIVE_VLAN, "no-native-vlan")   \
    DROP(SAME_PORT, "same-port")             \
    DROP(OUTSIDE_REACH, "outside-reach")     \
    DROP(NO_RECIPIENT, "no-recipient")       \
    DROP(POOL_EMPTY, "pool-empty")           \
    DROP(PORT_DOWN, "port-down")             \
    DROP(TX_OVER_MTU, "tx-over-mtu")         \
    DROP(TX_FULL, "tx-full")                 \
    DROP(REACH_VIOLATION, "reach-violation")

#define DROP_NAME(name, label) name,
enum drop { DROPS(DROP_NAME) DROP_COUNT, ADMITTED = -1 };
#undef DROP_NAME

enum { RX_FRAMES, RX_BYTES, TX_FRAMES, TX_BYTES, STATIONS_MOVED, FLOODED, NOT_LEARNT, FIRST_DROP };

/* One writer, any readers, each counter by itself. */
struct counters {
    alignas(128) _Atomic uint64_t words[FIRST_DROP + DROP_COUNT];
};

/* Where frames go that entered on a port in a VLAN, as sets of ports; no set holds the port itself. */
struct row {
    uint64_t reach;
    uint64_t tagged; /* those it leaves on with a tag */
};

struct vlan {
    uint64_t fid; /* whose stations it shares, in a key's place */
    uint32_t vid;
};

/* A port as the frame path sees it, and what waits for the end of the batch on its way out. */
struct port {
    bool is_trunk;
    uint32_t max_frame; /* bytes, a tag not counted */
    int vlan;           /* of untagged frames */
    int16_t *vlan_of_vid;
    _Atomic bool is_up;
    bool was_up;
    struct counters *counters;
    bool has_foreign_rings;
    struct ring sent;
    struct ring delivered;
    bool is_touched;
    int waiting;
    uint64_t pending[BATCH];
};

/* Frames from one port on their way through the stages; a stage that drops a frame moves the later ones up. */
struct batch {
    int count;
    int ingress;
    uint64_t frames[BATCH];
    uint64_t sources[BATCH];
    uint64_t destinations[BATCH];
    uint64_t found[BATCH]; /* what the MAC table has of each source, then of each destination */
    int vlans[BATCH];
    int egress[BATCH];
};

struct fabric {
    struct memory memory;
    struct table table;
    struct cache cache; /* the worker's */
    int32_t max_age;
    int64_t slots_owed;
    uint32_t last_sweep;
    int port_count;
    int vlan_count;
    int touched_count;
    int touched[MAX_PORTS];
    struct vlan vlans[MAX_VLANS];
    struct row rows[MAX_VLANS * MAX_PORTS];
    struct port ports[MAX_PORTS];
    struct batch batch;
};

static inline void count(struct counters *counters, int what, uint64_t more)
{
    uint64_t before = atomic_load_explicit(&counters->words[what], memory_order_relaxed);
    atomic_store_explicit(&counters->words[what], before + more, memory_order_release);
}

static inline void count_drop(struct counters *counters, enum drop why, uint64_t frames)
{
    count(counters, FIRST_DROP + (int)why, frames);
}

static inline void drop(struct fabric *fabric, uint64_t frame, enum drop why, struct counters *counters)
{
    count_drop(counters, why, 1);
    cache_free(&fabric->cache, frame);
}

static inline uint64_t bytes_of(const uint64_t *frames, int count)
{
    uint64_t bytes = 0;
    for (int i = 0; i < count; i++)
        bytes += length_of(frames[i]);
    return bytes;
}

#endif
