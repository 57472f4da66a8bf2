/*
 * A C reference of Isolane's frame path in mode learning: what a C programmer gets from the same algorithm, measured by
 * the same harness, so that "level with C" can be read off a report.
 *
 * It mirrors, stage for stage, io.isolane.core and io.isolane.dataplane.pipeline: descriptors of 64 bits, rings of them
 * with acquire and release cursors, a pool that is last in first out, batches of 256, every check of a header, access
 * ports and trunks with the tag beside the frame, learning with age and generation, reach sets, floods that share one
 * frame, counters, ageing. The generator and sink that it is measured with mirror io.isolane.tools.bench.rig. Where the
 * two differ the C is the one that does less: no offloads, mirrors, other modes, other workers or messages between
 * threads, and its table lies in huge pages where the kernel has them.
 *
 * To be read in this order: frame.h, ring.h, pool.h, entry.h, table.h, fabric.h, admission.h, pipeline.h, hiccups.h,
 * worker.h, rig.h. Built as one translation unit: gcc -std=gnu11 -O3 -march=native -shared -fPIC reference.c
 *
 * All integers are 64 bits wide, so that every function has the same kind of signature for its caller in Java. Confined
 * to one thread; counters may be read by any.
 */
#ifndef ISOLANE_REFERENCE_H
#define ISOLANE_REFERENCE_H

#include <stdint.h>

struct reference;
struct ring_words;
struct spin;

/*
 * A switch without ports. The memory of an io.isolane.core.memory.FramePool whose slots it shares with other threads and
 * which outlives it, or NULL for one of its own; how many slots of 2 KiB and 72 KiB that has; stations that it may
 * learn, milliseconds after which a silent one is forgotten, and what the hash of the table is made from. NULL if there
 * is no memory.
 */
struct reference *reference_open(uint8_t *memory, int64_t small_slots, int64_t large_slots, int64_t stations,
    int64_t max_age, int64_t seed, int64_t multiplier);

/*
 * Attaches a port for frames of up to max_frame bytes without a tag: an access port of VLAN untagged if tagged_count is
 * 0, else a trunk with the given VLANs and the native VLAN untagged, 0 for none. Returns its index, or -1 if there are
 * too many ports or VLANs or no memory.
 */
int64_t reference_attach(
    struct reference *reference, int64_t max_frame, int64_t untagged, const int64_t *tagged, int64_t tagged_count);

/*
 * Lets the guest at a port be whoever is at the other ends of two io.isolane.core.ring.SpscRing, which must outlive the
 * switch: what lies in them when it is closed stays there. Returns 0.
 */
int64_t reference_connect(
    struct reference *reference, int64_t port, struct ring_words *sent, struct ring_words *delivered, int64_t capacity);

/*
 * Moves frames by the clock of the machine, in turns without a pause, until another thread stores anything but 0 into
 * the first word of a struct spin. Only this thread may call other functions than reference_counter meanwhile. Returns
 * 0.
 */
int64_t reference_spin(struct reference *reference, struct spin *spin);

/* What a thread that spins notes in each turn, for whoever wants to try that by a clock of his own. Returns 0. */
int64_t reference_look(struct spin *spin, int64_t now);

/*
 * Adds a flow for reference_run: frames into a port, in turn from and to so many pairs of stations and of so many
 * lengths, with VLAN vid beside them unless that is 0. If is_copied, each is copied whole from one that is made here.
 * Returns 0, or -1 if there is no memory.
 */
int64_t reference_flow(struct reference *reference, int64_t port, int64_t vid, int64_t is_copied,
    const int64_t *destinations, const int64_t *sources, int64_t pairs, const int64_t *lengths, int64_t length_count);

/*
 * Runs so many steps: each sends a burst of 64 frames of the next flow, lets the switch forward it by the clock of the
 * machine, and takes and frees what comes out of every port. Returns the frames that entered.
 */
int64_t reference_run(struct reference *reference, int64_t steps);

/* Moves what is waiting, once, as at the given time in milliseconds. Returns 0. */
int64_t reference_poll(struct reference *reference, int64_t now);

/*
 * Sends a copy of some bytes into a port, with a tag beside them unless tci is negative. Returns 1, or 0 if there is no
 * room.
 */
int64_t reference_send(struct reference *reference, int64_t port, const uint8_t *bytes, int64_t length, int64_t tci);

/*
 * Takes one frame that left on a port into bytes, and the tag beside it, or -1, into tci. Returns its length, or -1 if
 * there is none.
 */
int64_t reference_receive(struct reference *reference, int64_t port, uint8_t *bytes, int64_t *tci);

/*
 * Takes one frame that left on a port and sends it, as it is, into another. Returns 1, or 0 if there was none or no
 * room.
 */
int64_t reference_pass(struct reference *reference, int64_t from, int64_t to);

/* Sends a descriptor that need not be one. Returns 1, or 0 if there is no room. */
int64_t reference_offer(struct reference *reference, int64_t port, int64_t descriptor);

/* Takes a port's link down or brings it up again. Returns 0. */
int64_t reference_link(struct reference *reference, int64_t port, int64_t is_up);

/* The value of a port's counter, by the index of its name. */
int64_t reference_counter(struct reference *reference, int64_t port, int64_t index);

/* The name of a counter, NULL behind the last. */
const char *reference_counter_name(int64_t index);

/* Frees everything. Returns 0. */
int64_t reference_close(struct reference *reference);

#endif
