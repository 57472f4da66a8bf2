/*
 * What moves the frames: duty cycles, called one by one or in a thread that spins. As
 * io.isolane.dataplane.worker.ForwardingWorker, Ageing and WorkerThread, without messages from other threads.
 */
#ifndef ISOLANE_WORKER_H
#define ISOLANE_WORKER_H

#include "hiccups.h"
#include "pipeline.h"

#include <time.h>

/* The clock that System.nanoTime() reads on Linux. */
static inline uint64_t clock_nanos(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000000 + (uint64_t)now.tv_nsec;
}

static inline uint32_t millis_of(uint64_t nanos)
{
    return (uint32_t)(nanos / 1000000);
}

/* A slice of the MAC table, so that all of it is looked through once a second. */
static void sweep(struct fabric *fabric, uint32_t now)
{
    enum { SLICE = 1024, ROUND_MILLIS = 1000 };
    int64_t round = (int64_t)fabric->table.mask + 1;
    int32_t passed = (int32_t)(now - fabric->last_sweep);
    int64_t due = fabric->slots_owed + (round + ROUND_MILLIS - 1) / ROUND_MILLIS * (passed > 0 ? passed : 0);
    due = due < round ? due : round;
    int64_t slots = due < SLICE ? due : SLICE;
    fabric->slots_owed = due - slots;
    fabric->last_sweep = now;
    table_expire(&fabric->table, now, fabric->max_age, (int)slots);
}

/* One duty cycle: a batch from each port, and a slice of ageing; returns how many frames were taken. */
static int work(struct fabric *fabric, uint32_t now)
{
    int taken = 0;
    for (int port = 0; port < fabric->port_count; port++)
        taken += forward(fabric, port, now);
    sweep(fabric, now);
    return taken;
}

/* As Thread.onSpinWait(). */
static inline void spin_wait(void)
{
#if defined(__x86_64__)
    __builtin_ia32_pause();
#elif defined(__aarch64__)
    __asm__ volatile("isb" ::: "memory");
#endif
}

/* Works until it is stopped; pauses for a moment where there was nothing to do. */
static void work_on(struct fabric *fabric, struct spin *spin)
{
    while (atomic_load_explicit(&spin->is_stopped, memory_order_acquire) == 0) {
        uint64_t now = clock_nanos();
        look(spin, now);
        if (work(fabric, millis_of(now)) == 0)
            spin_wait();
    }
}

#endif
