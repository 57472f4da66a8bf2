/*
 * One batch from a port to the ports it is for: admit, learn, look up, deliver. As
 * io.isolane.dataplane.pipeline.Pipeline, Learning, Lookup, Delivery, Replication and PortOutlet, and
 * io.isolane.dataplane.port.ring.RingPort.
 */
#ifndef ISOLANE_PIPELINE_H
#define ISOLANE_PIPELINE_H

#include "admission.h"

/*
 * A frame that is still shared, because a guest got it in a flood and sends it on, is copied: inside each frame has one
 * owner.
 */
static uint64_t copied(struct fabric *fabric, uint64_t shared, struct counters *counters)
{
    uint64_t copy = cache_allocate(&fabric->cache, length_of(shared));
    if (copy == NO_FRAME) {
        count_drop(counters, POOL_EMPTY, 1);
    } else {
        copy |= shared & (TCI_FIELD | TAGGED | SHIFTED);
        memcpy(frame_at(&fabric->memory, copy), frame_at(&fabric->memory, shared), length_of(shared));
    }
    cache_free(&fabric->cache, shared);
    return copy;
}

/* Refuses what is no frame of ours, one by one. */
static __attribute__((noinline)) int checked(struct fabric *fabric, const struct port *port, int taken)
{
    uint64_t *frames = fabric->batch.frames;
    int kept = 0;
    for (int i = 0; i < taken; i++) {
        uint64_t frame = frames[i] & ~INNER_TAG;
        if (!memory_contains(&fabric->memory, frame)) {
            count_drop(port->counters, BAD_DESCRIPTOR, 1);
            continue;
        }
        if ((frame & SHARED) != 0)
            frame = copied(fabric, frame, port->counters);
        frames[kept] = frame;
        kept += frame != NO_FRAME;
    }
    return kept;
}

/* Takes what the guest has sent; descriptors from the other side are validated here, once. */
static int receive(struct fabric *fabric, const struct port *port)
{
    int taken = ring_poll(port->sent, fabric->batch.frames, BATCH);
    return are_usual(&fabric->memory, fabric->batch.frames, taken) ? taken : checked(fabric, port, taken);
}

static void learn(struct fabric *fabric, uint32_t now, struct counters *counters)
{
    struct batch *batch = &fabric->batch;
    table_find(&fabric->table, batch->sources, batch->found, batch->count);
    const uint64_t learnt_here = learnt_by(&fabric->table, batch->ingress);
    for (int i = 0; i < batch->count; i++) {
        if (is_heard(batch->found[i], learnt_here, now))
            continue;
        enum learnt learnt = table_learn(&fabric->table, batch->sources[i], batch->ingress, now);
        if (learnt == MOVED)
            count(counters, STATIONS_MOVED, 1);
        else if (learnt == NO_ROOM || learnt == CONTENDED)
            count(counters, NOT_LEARNT, 1);
    }
}

static void look_up(struct fabric *fabric)
{
    struct batch *batch = &fabric->batch;
    table_find(&fabric->table, batch->destinations, batch->found, batch->count);
    table_ports(&fabric->table, batch->found, batch->egress, batch->count);
    for (int i = 0; i < batch->count; i++)
        if (is_group(batch->destinations[i]))
            batch->egress[i] = GROUP;
}

/* Hands what waits at a port to its reader; what that does not take is counted and freed. */
static void transmit(struct fabric *fabric, struct port *port)
{
    int waiting = port->waiting;
    bool is_up = atomic_load_explicit(&port->is_up, memory_order_acquire);
    int sent = is_up ? ring_offer(port->delivered, port->pending, waiting) : 0;
    count(port->counters, TX_FRAMES, (uint64_t)sent);
    count(port->counters, TX_BYTES, bytes_of(port->pending, sent));
    if (sent < waiting)
        count_drop(port->counters, is_up ? TX_FULL : PORT_DOWN, (uint64_t)(waiting - sent));
    for (int i = sent; i < waiting; i++)
        cache_free(&fabric->cache, port->pending[i]);
    port->waiting = 0;
}

/* The port's MTU does not count a tag that the frame begins with. */
static __attribute__((noinline)) bool fits(const struct fabric *fabric, const struct port *port, uint64_t frame)
{
    bool begins_with_tag = (frame & TAGGED) == 0 && is_tag(type_of(frame_at(&fabric->memory, frame)));
    return length_of(frame) - (begins_with_tag ? TAG_LENGTH : 0) <= port->max_frame;
}

/* Notes that something waits at a port. */
static inline void touch(struct fabric *fabric, int to)
{
    struct port *port = &fabric->ports[to];
    if (!port->is_touched) {
        port->is_touched = true;
        fabric->touched[fabric->touched_count++] = to;
    }
}

/* Puts a frame where it waits for the end of the batch; takes it over. */
static inline void append(struct fabric *fabric, int to, uint64_t frame)
{
    struct port *port = &fabric->ports[to];
    touch(fabric, to);
    if (length_of(frame) > port->max_frame && !fits(fabric, port, frame)) {
        drop(fabric, frame, TX_OVER_MTU, port->counters);
        return;
    }
    if (port->waiting == BATCH)
        transmit(fabric, port);
    port->pending[port->waiting++] = frame;
}

/* The descriptor with the tag noted beside it turned on if tag_bit is 1, and without it if that is 0. */
static inline uint64_t retagged(uint64_t frame, uint64_t tag_bit)
{
    return (frame & (~(TAGGED | TCI_FIELD) | -tag_bit)) | tag_bit * TAGGED;
}

/* What would show an inner tag to a trunk as if it named a VLAN keeps its own tag. */
static uint64_t outgoing(const struct row *row, const struct port *port, int to, uint64_t frame)
{
    uint64_t tag_bit = row->tagged >> to & 1;
    if ((frame & INNER_TAG) != 0 && port->is_trunk)
        tag_bit = 1;
    return retagged(frame, tag_bit) & ~INNER_TAG;
}

/*
 * One frame to any number of ports: each gets a descriptor of the same bytes, and nobody outside the reach is among
 * them.
 */
static __attribute__((noinline)) void replicate(
    struct fabric *fabric, int i, const struct row *row, struct counters *counters)
{
    struct batch *batch = &fabric->batch;
    uint64_t frame = batch->frames[i];
    int egress = batch->egress[i];
    uint64_t targets = row->reach & (egress < 0 ? ~UINT64_C(0) : UINT64_C(1) << egress);
    int recipients = __builtin_popcountll(targets);
    if (recipients == 0) {
        drop(fabric, frame, egress < 0 ? NO_RECIPIENT : egress == batch->ingress ? SAME_PORT : OUTSIDE_REACH, counters);
        return;
    }
    if (recipients > 1) {
        share(&fabric->memory, frame, recipients);
        frame |= SHARED;
        count(counters, FLOODED, 1);
    }
    for (uint64_t left = targets; left != 0; left &= left - 1) {
        int to = __builtin_ctzll(left);
        if ((row->reach >> to & 1) == 0)
            drop(fabric, frame, REACH_VIOLATION, counters);
        else
            append(fabric, to, outgoing(row, &fabric->ports[to], to, frame));
    }
}

/* Whether all frames are of one VLAN and for one port, as those of one conversation are. */
static bool is_of_one_kind(const struct batch *batch)
{
    int differences = 0;
    for (int i = 0; i < batch->count; i++)
        differences |= (batch->egress[i] ^ batch->egress[0]) | (batch->vlans[i] ^ batch->vlans[0]);
    return differences == 0;
}

/* Hands a batch of one kind on in one go, unless one of its frames has to be looked at by itself. */
static bool send_together(struct fabric *fabric)
{
    struct batch *batch = &fabric->batch;
    int to = batch->egress[0];
    const struct row *row = &fabric->rows[batch->ingress + batch->vlans[0] * MAX_PORTS];
    if (to < 0 || to >= fabric->port_count || (row->reach >> to & 1) == 0)
        return false;
    struct port *port = &fabric->ports[to];
    int64_t doubts = 0;
    for (int i = 0; i < batch->count; i++) {
        int64_t spare = (int64_t)port->max_frame - (int64_t)length_of(batch->frames[i]);
        doubts |= (spare < 0) | (int64_t)(batch->frames[i] & INNER_TAG);
    }
    if (doubts != 0)
        return false;
    touch(fabric, to);
    if (port->waiting + batch->count > BATCH)
        transmit(fabric, port);
    uint64_t tag_bit = row->tagged >> to & 1;
    for (int i = 0; i < batch->count; i++)
        port->pending[port->waiting + i] = retagged(batch->frames[i], tag_bit);
    port->waiting += batch->count;
    return true;
}

/* The loop knows unicast to one port; everything else is replicated. */
static void deliver_each(struct fabric *fabric, struct counters *counters)
{
    struct batch *batch = &fabric->batch;
    const struct row *rows = &fabric->rows[batch->ingress];
    for (int i = 0; i < batch->count; i++) {
        int to = batch->egress[i];
        uint64_t frame = batch->frames[i];
        const struct row *row = &rows[batch->vlans[i] * MAX_PORTS];
        if (to < 0 || to >= fabric->port_count || (row->reach >> to & 1) == 0 || (frame & INNER_TAG) != 0)
            replicate(fabric, i, row, counters);
        else
            append(fabric, to, retagged(frame, row->tagged >> to & 1));
    }
}

static void deliver(struct fabric *fabric, struct counters *counters)
{
    if (fabric->batch.count > 0 && !(is_of_one_kind(&fabric->batch) && send_together(fabric)))
        deliver_each(fabric, counters);
    for (int i = 0; i < fabric->touched_count; i++) {
        struct port *port = &fabric->ports[fabric->touched[i]];
        port->is_touched = false;
        transmit(fabric, port);
    }
    fabric->touched_count = 0;
}

/* A port without a link forgets its stations at once. */
static __attribute__((noinline)) void notice(struct fabric *fabric, int index, bool is_up)
{
    fabric->ports[index].was_up = is_up;
    if (!is_up)
        table_flush(&fabric->table, index);
}

/* Moves one batch from a port; returns how many frames it took. */
static int forward(struct fabric *fabric, int index, uint32_t now)
{
    struct port *port = &fabric->ports[index];
    struct batch *batch = &fabric->batch;
    bool is_up = atomic_load_explicit(&port->is_up, memory_order_acquire);
    if (is_up != port->was_up)
        notice(fabric, index, is_up);
    batch->count = is_up ? receive(fabric, port) : 0;
    int taken = batch->count;
    if (taken == 0)
        return 0;
    batch->ingress = index;
    count(port->counters, RX_FRAMES, (uint64_t)taken);
    count(port->counters, RX_BYTES, bytes_of(batch->frames, taken));
    admit(fabric, port);
    learn(fabric, now, port->counters);
    look_up(fabric);
    deliver(fabric, port->counters);
    return taken;
}

#endif
