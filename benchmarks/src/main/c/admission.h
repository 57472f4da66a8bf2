/*
 * Who may enter, and into which VLAN: as io.isolane.dataplane.pipeline.Admission, EntryRules and TagBytes. A loop for
 * ports whose frames are all of one VLAN and one for trunks; whatever is not plain is judged by itself. Afterwards a
 * tag that named a VLAN is out of the bytes, and PCP, DEI and VID are noted beside the frame.
 */
#ifndef ISOLANE_ADMISSION_H
#define ISOLANE_ADMISSION_H

#include "fabric.h"

/* What was decided of a frame: the frame as it goes on and its VLAN, or why not. */
struct verdict {
    enum drop why;
    uint64_t frame;
    int vlan;
};

static struct verdict refuse(enum drop why)
{
    return (struct verdict){.why = why, .frame = NO_FRAME, .vlan = NO_VLAN};
}

static const uint8_t *header_of(const struct fabric *fabric, uint64_t frame)
{
    return frame_at(&fabric->memory, frame);
}

static enum drop objection(const struct fabric *fabric, uint64_t frame, const struct port *port)
{
    const uint8_t *header = header_of(fabric, frame);
    uint32_t length = length_of(frame);
    if (length < HEADER_LENGTH)
        return RUNT;
    bool begins_with_tag = (frame & TAGGED) == 0 && is_tag(type_of(header));
    if (length - (begins_with_tag ? TAG_LENGTH : 0) > port->max_frame)
        return OVER_LONG;
    if (begins_with_tag && length < TAGGED_HEADER_LENGTH)
        return TRUNCATED_TAG;
    if (is_group(source_of(header)))
        return GROUP_SOURCE;
    if (source_of(header) == 0)
        return ZERO_SOURCE;
    if (is_link_local(destination_of(header)))
        return LINK_LOCAL;
    return source_of(header) == destination_of(header) ? SAME_PORT : ADMITTED;
}

/* The frame without the tag that stands in its bytes or beside it. */
static uint64_t popped(const struct fabric *fabric, uint64_t frame)
{
    if ((frame & TAGGED) != 0)
        return without_tag(frame);
    uint8_t *at = frame_at(&fabric->memory, frame);
    uint32_t length = length_of(frame) - TAG_LENGTH;
    if ((frame & SHIFTED) != 0) {
        memmove(at + ADDRESSES_LENGTH, at + ADDRESSES_LENGTH + TAG_LENGTH, length - ADDRESSES_LENGTH);
        return with_length(frame, length);
    }
    memmove(at + TAG_LENGTH, at, ADDRESSES_LENGTH);
    return with_length(frame, length) | SHIFTED;
}

static struct verdict admit_to(const struct fabric *fabric, uint64_t frame, uint32_t tci, int vlan)
{
    uint64_t inner = is_tag(type_of(header_of(fabric, frame))) ? INNER_TAG : 0;
    return (struct verdict){.why = ADMITTED, .frame = with_tci(frame, tci) | inner, .vlan = vlan};
}

static struct verdict admit_untagged(
    const struct fabric *fabric, uint64_t frame, const struct port *port, uint32_t priority)
{
    if (port->vlan == NO_VLAN)
        return refuse(NO_NATIVE_VLAN);
    return admit_to(fabric, frame, priority | fabric->vlans[port->vlan].vid, port->vlan);
}

static struct verdict judge(const struct fabric *fabric, uint64_t frame, const struct port *port)
{
    enum drop why = objection(fabric, frame, port);
    if (why != ADMITTED)
        return refuse(why);
    const uint8_t *header = header_of(fabric, frame);
    bool is_beside = (frame & TAGGED) != 0;
    if (!is_beside && !is_tag(type_of(header)))
        return admit_untagged(fabric, frame, port, 0);
    if (!is_beside && type_of(header) != CUSTOMER_TAG)
        return refuse(FOREIGN_TAG);
    uint32_t tci = is_beside ? tci_of(frame) : load_be16(header + HEADER_LENGTH);
    uint32_t vid = tci & VID_MASK;
    if (vid == RESERVED_VID)
        return refuse(RESERVED_VLAN);
    if (vid == PRIORITY_VID) {
        uint64_t inside = popped(fabric, frame);
        return is_tag(type_of(header_of(fabric, inside))) ? refuse(SECOND_TAG)
                                                          : admit_untagged(fabric, inside, port, tci & PRIORITY_MASK);
    }
    if (!port->is_trunk)
        return refuse(TAG_ON_ACCESS);
    int vlan = port->vlan_of_vid[vid];
    return vlan == NO_VLAN ? refuse(VLAN_NOT_ALLOWED) : admit_to(fabric, popped(fabric, frame), tci, vlan);
}

static inline void keep(struct batch *batch, int at, uint64_t frame, uint64_t source, uint64_t destination, int vlan)
{
    batch->frames[at] = frame;
    batch->sources[at] = source;
    batch->destinations[at] = destination;
    batch->vlans[at] = vlan;
}

/* Judges frame i, and keeps it behind those that were kept or drops it; returns how many are kept. */
static __attribute__((noinline)) int judge_and_keep(struct fabric *fabric, const struct port *port, int i, int kept)
{
    struct batch *batch = &fabric->batch;
    struct verdict verdict = judge(fabric, batch->frames[i], port);
    if (verdict.why != ADMITTED) {
        drop(fabric, batch->frames[i], verdict.why, port->counters);
        return kept;
    }
    const uint8_t *header = header_of(fabric, verdict.frame);
    uint64_t fid = fabric->vlans[verdict.vlan].fid;
    keep(batch, kept, verdict.frame, fid | source_of(header), fid | destination_of(header), verdict.vlan);
    return kept + 1;
}

/* True for a frame that may enter and has no tag in its bytes: nearly all. */
static inline bool is_plain(uint64_t frame, uint64_t destination, uint64_t source, uint32_t type, uint32_t max_frame)
{
    uint32_t length = length_of(frame);
    return length >= HEADER_LENGTH && length <= max_frame && source != 0 && !is_group(source) && source != destination
        && !is_link_local(destination) && (type < CUSTOMER_TAG || !is_tag(type));
}

static int admit_access(struct fabric *fabric, const struct port *port)
{
    struct batch *batch = &fabric->batch;
    const struct vlan vlan = fabric->vlans[port->vlan];
    const uint64_t tci = with_tci(0, vlan.vid);
    int kept = 0;
    for (int i = 0; i < batch->count; i++) {
        uint64_t frame = batch->frames[i];
        const uint8_t *header = header_of(fabric, frame);
        uint64_t destination = destination_of(header);
        uint64_t source_and_type = load_be64(header + SOURCE);
        uint64_t source = source_and_type >> 16;
        if ((frame & (TAGGED | SHARED | TCI_FIELD)) == 0
            && is_plain(frame, destination, source, source_and_type & 0xffff, port->max_frame))
            keep(batch, kept++, frame | tci, vlan.fid | source, vlan.fid | destination, port->vlan);
        else
            kept = judge_and_keep(fabric, port, i, kept);
    }
    return kept;
}

static int admit_trunk(struct fabric *fabric, const struct port *port)
{
    struct batch *batch = &fabric->batch;
    int kept = 0;
    for (int i = 0; i < batch->count; i++) {
        uint64_t frame = batch->frames[i];
        const uint8_t *header = header_of(fabric, frame);
        uint64_t destination = destination_of(header);
        uint64_t source_and_type = load_be64(header + SOURCE);
        uint64_t source = source_and_type >> 16;
        int vlan = port->vlan_of_vid[tci_of(frame) & VID_MASK];
        if ((frame & (TAGGED | SHARED)) == TAGGED && vlan >= 0
            && is_plain(frame, destination, source, source_and_type & 0xffff, port->max_frame)) {
            uint64_t fid = fabric->vlans[vlan].fid;
            keep(batch, kept++, frame & ~TAGGED, fid | source, fid | destination, vlan);
        } else {
            kept = judge_and_keep(fabric, port, i, kept);
        }
    }
    return kept;
}

static void admit(struct fabric *fabric, const struct port *port)
{
    fabric->batch.count = port->is_trunk ? admit_trunk(fabric, port) : admit_access(fabric, port);
}

#endif
