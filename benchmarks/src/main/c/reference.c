/* What reference.h promises: the parts put together, opened and closed. */
#include "reference.h"

#include "rig.h"

struct reference {
    struct fabric fabric;
    struct rig rig;
};

struct reference *reference_open(uint8_t *memory, int64_t small_slots, int64_t large_slots, int64_t stations,
    int64_t max_age, int64_t seed, int64_t multiplier)
{
    struct reference *reference = zeroed(sizeof *reference);
    if (reference == NULL)
        return NULL;
    struct fabric *fabric = &reference->fabric;
    fabric->max_age = (int32_t)max_age;
    if (!memory_open(&fabric->memory, memory, (uint32_t)small_slots, (uint32_t)large_slots)
        || !table_open(&fabric->table, stations, (uint64_t)seed, (uint64_t)multiplier)) {
        reference_close(reference);
        return NULL;
    }
    cache_open(&fabric->cache, &fabric->memory);
    cache_open(&reference->rig.cache, &fabric->memory);
    return reference;
}

/* The index of the VLAN with a VID, made now if it is new; NO_VLAN if there are too many. */
static int vlan_with(struct fabric *fabric, int64_t vid)
{
    for (int vlan = 0; vlan < fabric->vlan_count; vlan++)
        if (fabric->vlans[vlan].vid == (uint32_t)vid)
            return vlan;
    if (fabric->vlan_count == MAX_VLANS)
        return NO_VLAN;
    fabric->vlans[fabric->vlan_count] = (struct vlan){.fid = (uint64_t)fabric->vlan_count << 48, .vid = (uint32_t)vid};
    return fabric->vlan_count++;
}

static bool carries(const struct fabric *fabric, const struct port *port, int vlan)
{
    return port->vlan_of_vid[fabric->vlans[vlan].vid] == vlan;
}

/* Mode learning: whoever is in a VLAN reaches all others that are. */
static void compile(struct fabric *fabric)
{
    memset(fabric->rows, 0, sizeof fabric->rows);
    for (int vlan = 0; vlan < fabric->vlan_count; vlan++) {
        uint64_t members = 0;
        uint64_t tagged = 0;
        for (int port = 0; port < fabric->port_count; port++) {
            if (carries(fabric, &fabric->ports[port], vlan)) {
                members |= UINT64_C(1) << port;
                tagged |= (uint64_t)(fabric->ports[port].vlan != vlan) << port;
            }
        }
        for (int port = 0; port < fabric->port_count; port++) {
            uint64_t others = (members >> port & 1) != 0 ? members & ~(UINT64_C(1) << port) : 0;
            fabric->rows[vlan * MAX_PORTS + port] = (struct row){.reach = others, .tagged = tagged & others};
        }
    }
}

static bool enter(struct fabric *fabric, struct port *port, int64_t vid)
{
    int vlan = vlan_with(fabric, vid);
    port->vlan_of_vid[vid] = (int16_t)vlan;
    return vlan != NO_VLAN;
}

static bool ring_open(struct ring *ring)
{
    ring->capacity = RING_CAPACITY;
    ring->words = zeroed(sizeof *ring->words + RING_CAPACITY * sizeof *ring->words->items);
    return ring->words != NULL;
}

static void rings_close(struct port *port)
{
    if (port->has_foreign_rings)
        return;
    free(port->sent.words);
    free(port->delivered.words);
}

static void port_close(struct port *port)
{
    free(port->vlan_of_vid);
    free(port->counters);
    rings_close(port);
}

static bool port_open(
    struct fabric *fabric, struct port *port, int64_t untagged, const int64_t *tagged, int64_t tagged_count)
{
    port->is_trunk = tagged_count > 0;
    port->vlan = NO_VLAN;
    port->is_up = true;
    port->was_up = true;
    port->vlan_of_vid = zeroed(sizeof *port->vlan_of_vid * VIDS);
    port->counters = zeroed(sizeof *port->counters);
    port->has_foreign_rings = false;
    bool has_sent = ring_open(&port->sent);
    bool has_delivered = ring_open(&port->delivered);
    if (port->vlan_of_vid == NULL || port->counters == NULL || !has_sent || !has_delivered)
        return false;
    for (int vid = 0; vid < VIDS; vid++)
        port->vlan_of_vid[vid] = NO_VLAN;
    for (int64_t i = 0; i < tagged_count; i++)
        if (!enter(fabric, port, tagged[i]))
            return false;
    if (untagged == 0)
        return true;
    bool has_room = enter(fabric, port, untagged);
    port->vlan = port->vlan_of_vid[untagged];
    return has_room;
}

int64_t reference_attach(
    struct reference *reference, int64_t max_frame, int64_t untagged, const int64_t *tagged, int64_t tagged_count)
{
    struct fabric *fabric = &reference->fabric;
    if (fabric->port_count == MAX_PORTS)
        return -1;
    struct port *port = &fabric->ports[fabric->port_count];
    port->max_frame = (uint32_t)max_frame;
    if (!port_open(fabric, port, untagged, tagged, tagged_count)) {
        port_close(port);
        return -1;
    }
    fabric->port_count++;
    compile(fabric);
    return fabric->port_count - 1;
}

int64_t reference_connect(
    struct reference *reference, int64_t port, struct ring_words *sent, struct ring_words *delivered, int64_t capacity)
{
    struct port *connected = &reference->fabric.ports[port];
    rings_close(connected);
    connected->has_foreign_rings = true;
    connected->sent = (struct ring){.words = sent, .capacity = (uint64_t)capacity};
    connected->delivered = (struct ring){.words = delivered, .capacity = (uint64_t)capacity};
    return 0;
}

int64_t reference_spin(struct reference *reference, struct spin *spin)
{
    work_on(&reference->fabric, spin);
    return 0;
}

int64_t reference_look(struct spin *spin, int64_t now)
{
    look(spin, (uint64_t)now);
    return 0;
}

int64_t reference_flow(struct reference *reference, int64_t port, int64_t vid, int64_t is_copied,
    const int64_t *destinations, const int64_t *sources, int64_t pairs, const int64_t *lengths, int64_t length_count)
{
    struct rig *rig = &reference->rig;
    struct flow *flows = realloc(rig->flows, sizeof *flows * (size_t)(rig->flow_count + 1));
    if (flows == NULL)
        return -1;
    rig->flows = flows;
    struct flow *flow = &flows[rig->flow_count];
    *flow = (struct flow){
        .ring = reference->fabric.ports[port].sent,
        .tag = vid == 0 ? 0 : with_tci(0, (uint32_t)vid) | TAGGED,
        .pairs = (int)pairs,
        .length_count = (int)length_count,
    };
    if (!flow_open(flow, is_copied != 0, destinations, sources, lengths)) {
        flow_close(flow);
        return -1;
    }
    rig->flow_count++;
    return 0;
}

int64_t reference_run(struct reference *reference, int64_t steps)
{
    int64_t entered = 0;
    for (; steps > 0; steps--)
        entered += step(&reference->rig, &reference->fabric);
    return entered;
}

int64_t reference_poll(struct reference *reference, int64_t now)
{
    work(&reference->fabric, (uint32_t)now);
    return 0;
}

static int64_t offer_or_free(struct reference *reference, int64_t port, uint64_t frame)
{
    int sent = ring_offer(reference->fabric.ports[port].sent, &frame, 1);
    if (sent == 0)
        cache_free(&reference->rig.cache, frame);
    return sent;
}

int64_t reference_send(struct reference *reference, int64_t port, const uint8_t *bytes, int64_t length, int64_t tci)
{
    uint64_t frame = cache_allocate(&reference->rig.cache, (uint32_t)length);
    if (frame == NO_FRAME)
        return 0;
    memcpy(frame_at(&reference->fabric.memory, frame), bytes, (size_t)length);
    if (tci >= 0)
        frame = with_tci(frame, (uint32_t)tci) | TAGGED;
    return offer_or_free(reference, port, frame);
}

int64_t reference_receive(struct reference *reference, int64_t port, uint8_t *bytes, int64_t *tci)
{
    uint64_t frame = NO_FRAME;
    if (ring_poll(reference->fabric.ports[port].delivered, &frame, 1) == 0)
        return -1;
    memcpy(bytes, frame_at(&reference->fabric.memory, frame), length_of(frame));
    *tci = (frame & TAGGED) != 0 ? (int64_t)tci_of(frame) : -1;
    cache_free(&reference->rig.cache, frame);
    return length_of(frame);
}

int64_t reference_pass(struct reference *reference, int64_t from, int64_t to)
{
    uint64_t frame = NO_FRAME;
    if (ring_poll(reference->fabric.ports[from].delivered, &frame, 1) == 0)
        return 0;
    return offer_or_free(reference, to, frame);
}

int64_t reference_offer(struct reference *reference, int64_t port, int64_t descriptor)
{
    uint64_t frame = (uint64_t)descriptor;
    return ring_offer(reference->fabric.ports[port].sent, &frame, 1);
}

int64_t reference_link(struct reference *reference, int64_t port, int64_t is_up)
{
    atomic_store(&reference->fabric.ports[port].is_up, is_up != 0);
    return 0;
}

int64_t reference_counter(struct reference *reference, int64_t port, int64_t index)
{
    return (int64_t)atomic_load_explicit(&reference->fabric.ports[port].counters->words[index], memory_order_acquire);
}

const char *reference_counter_name(int64_t index)
{
#define DROP_LABEL(name, label) label,
    static const char *const names[] = {
        "rx-frames", "rx-bytes", "tx-frames", "tx-bytes", "moved", "flooded", "not-learnt", DROPS(DROP_LABEL) NULL};
#undef DROP_LABEL
    return names[index];
}

int64_t reference_close(struct reference *reference)
{
    for (int port = 0; port < reference->fabric.port_count; port++)
        port_close(&reference->fabric.ports[port]);
    for (int flow = 0; flow < reference->rig.flow_count; flow++)
        flow_close(&reference->rig.flows[flow]);
    free(reference->rig.flows);
    free(reference->fabric.table.entries);
    free(reference->fabric.table.claims);
    if (reference->fabric.memory.is_foreign) {
        cache_close(&reference->fabric.cache);
        cache_close(&reference->rig.cache);
    } else {
        free(reference->fabric.memory.base);
    }
    free(reference);
    return 0;
}
