/*
 * Generator and sink around the switch, in its thread: as io.isolane.tools.bench.rig.ForwardingRig and Flow. Headers
 * are prepared; of a frame only its 14 bytes are written, or the whole is copied from one that was made before.
 */
#ifndef ISOLANE_RIG_H
#define ISOLANE_RIG_H

#include "worker.h"

enum { BURST = 64 };

/* Frames into one port; addresses and lengths take turns. */
struct flow {
    struct ring ring;
    uint64_t tag;
    uint64_t *heads; /* the first 8 bytes of a header */
    uint32_t *tails; /* the next 4 */
    uint32_t *lengths;
    int pairs;
    int length_count;
    int next_pair;
    int next_length;
    uint8_t *originals; /* NULL if frames are not copied */
    size_t stride;
};

/* The ends of all ports: one thread, one stock of slots. */
struct rig {
    struct cache cache;
    struct flow *flows;
    int flow_count;
    int turn;
    uint64_t taken[RING_CAPACITY];
};

static inline void write_header(uint8_t *at, const struct flow *flow, int pair)
{
    const uint16_t type = __builtin_bswap16(TYPE_IPV4);
    memcpy(at, &flow->heads[pair], sizeof *flow->heads);
    memcpy(at + 8, &flow->tails[pair], sizeof *flow->tails);
    memcpy(at + ADDRESSES_LENGTH, &type, sizeof type);
}

/* Sends one burst and returns the frames that the port took. */
static int flow_send(struct flow *flow, const struct memory *memory, struct cache *cache)
{
    uint64_t burst[BURST];
    int made = 0;
    int pair = flow->next_pair;
    int turn = flow->next_length;
    for (; made < BURST; made++) {
        uint32_t length = flow->lengths[turn];
        uint64_t frame = cache_allocate(cache, length);
        if (frame == NO_FRAME)
            break;
        uint8_t *at = frame_at(memory, frame);
        if (flow->originals == NULL)
            write_header(at, flow, pair);
        else
            memcpy(at, flow->originals + (size_t)pair * flow->stride, length);
        burst[made] = frame | flow->tag;
        pair = pair + 1 == flow->pairs ? 0 : pair + 1;
        turn = turn + 1 == flow->length_count ? 0 : turn + 1;
    }
    flow->next_pair = pair;
    flow->next_length = turn;
    int sent = ring_offer(flow->ring, burst, made);
    for (int i = sent; i < made; i++)
        cache_free(cache, burst[i]);
    return sent;
}

/* A burst of the next flow, forwarded, taken from every port and freed; returns the frames that entered. */
static int step(struct rig *rig, struct fabric *fabric)
{
    int sent = flow_send(&rig->flows[rig->turn], &fabric->memory, &rig->cache);
    rig->turn = rig->turn + 1 == rig->flow_count ? 0 : rig->turn + 1;
    work(fabric, millis_of(clock_nanos()));
    for (int port = 0; port < fabric->port_count; port++) {
        int taken = ring_poll(fabric->ports[port].delivered, rig->taken, RING_CAPACITY);
        cache_free_all(&rig->cache, rig->taken, taken);
    }
    return sent;
}

static bool flow_open(struct flow *flow, bool is_copied, const int64_t *destinations, const int64_t *sources,
    const int64_t *lengths)
{
    flow->heads = zeroed(sizeof *flow->heads * (size_t)flow->pairs);
    flow->tails = zeroed(sizeof *flow->tails * (size_t)flow->pairs);
    flow->lengths = zeroed(sizeof *flow->lengths * (size_t)flow->length_count);
    if (flow->heads == NULL || flow->tails == NULL || flow->lengths == NULL)
        return false;
    flow->stride = SMALL_STRIDE;
    for (int i = 0; i < flow->length_count; i++) {
        flow->lengths[i] = (uint32_t)lengths[i];
        size_t lines = (flow->lengths[i] + UNIT - 1) / UNIT * UNIT;
        flow->stride = lines > flow->stride ? lines : flow->stride;
    }
    for (int i = 0; i < flow->pairs; i++) {
        flow->heads[i] = __builtin_bswap64((uint64_t)destinations[i] << 16 | (uint64_t)sources[i] >> 32);
        flow->tails[i] = __builtin_bswap32((uint32_t)sources[i]);
    }
    if (!is_copied)
        return true;
    flow->originals = zeroed(flow->stride * (size_t)flow->pairs);
    for (int i = 0; flow->originals != NULL && i < flow->pairs; i++)
        write_header(flow->originals + (size_t)i * flow->stride, flow, i);
    return flow->originals != NULL;
}

static void flow_close(struct flow *flow)
{
    free(flow->heads);
    free(flow->tails);
    free(flow->lengths);
    free(flow->originals);
}

#endif
