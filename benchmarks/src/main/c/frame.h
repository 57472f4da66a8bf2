/*
 * Frames: what a descriptor says, where a frame lies in its slot, and what its header holds.
 *
 * As io.isolane.core.memory.Descriptor and FrameLayout, and io.isolane.core.frame. A descriptor is a frame in 64 bits;
 * 0 is none:
 *
 *    63    62      61     60      59     58        43 42           26 25                       0
 *   +-----+-------+------+-------+------+------------+---------------+--------------------------+
 *   |INNER|   -   |SHARED|SHIFTED|TAGGED| TCI        | length, bytes | address, 64-byte units   |
 *   |_TAG |       |      |       |      | 16         | 17            | 26, from the memory base |
 *   +-----+-------+------+-------+------+------------+---------------+--------------------------+
 */
#ifndef ISOLANE_FRAME_H
#define ISOLANE_FRAME_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#if __BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__
#error "written for little-endian machines, as the Java is measured on"
#endif

#define NO_FRAME UINT64_C(0)

/* The TCI field names a tag that is not in the bytes. */
#define TAGGED (UINT64_C(1) << 59)

/* The frame starts 4 bytes further into its slot: a tag fits in front of it. */
#define SHIFTED (UINT64_C(1) << 60)

/* One of several descriptors of one frame: the bytes are read-only. */
#define SHARED (UINT64_C(1) << 61)

/* What follows the tag that was taken out is itself a tag. */
#define INNER_TAG (UINT64_C(1) << 63)

#define UNIT_MASK UINT64_C(0x3ffffff)
#define LENGTH_SHIFT 26
#define LENGTH_MASK UINT64_C(0x1ffff)
#define TCI_SHIFT 43
#define TCI_FIELD (UINT64_C(0xffff) << TCI_SHIFT)

enum {
    UNIT = 64,
    FRAME_OFFSET = 124,
    FRAME_OFFSET_SHIFTED = 128,

    HEADER_LENGTH = 14,
    ADDRESSES_LENGTH = 12,
    SOURCE = 6,
    TAG_LENGTH = 4,
    TAGGED_HEADER_LENGTH = 18,

    TYPE_IPV4 = 0x0800,
    CUSTOMER_TAG = 0x8100,
    SERVICE_TAG = 0x88a8,
    LEGACY_SERVICE_TAG = 0x9100,

    VID_MASK = 0xfff,
    PRIORITY_MASK = 0xf000,
    PRIORITY_VID = 0,
    RESERVED_VID = 4095
};

#define MAC_MASK UINT64_C(0xffffffffffff)

static inline uint64_t descriptor_of(uint32_t unit, uint32_t length)
{
    return unit | (uint64_t)length << LENGTH_SHIFT;
}

static inline uint32_t unit_of(uint64_t frame)
{
    return (uint32_t)(frame & UNIT_MASK);
}

static inline uint32_t length_of(uint64_t frame)
{
    return (uint32_t)(frame >> LENGTH_SHIFT & LENGTH_MASK);
}

static inline uint32_t tci_of(uint64_t frame)
{
    return (uint32_t)(frame >> TCI_SHIFT & 0xffff);
}

static inline uint64_t with_length(uint64_t frame, uint32_t length)
{
    return (frame & ~(LENGTH_MASK << LENGTH_SHIFT)) | (uint64_t)length << LENGTH_SHIFT;
}

/* With a TCI noted, but no tag: what a VLAN keeps of a frame between two ports. */
static inline uint64_t with_tci(uint64_t frame, uint32_t tci)
{
    return (frame & ~(TCI_FIELD | TAGGED)) | (uint64_t)tci << TCI_SHIFT;
}

static inline uint64_t without_tag(uint64_t frame)
{
    return frame & ~(TCI_FIELD | TAGGED);
}

/* Bytes from the memory's base to the frame; SHIFTED is bit 60, and 4 bytes. */
static inline uint64_t frame_offset(uint64_t frame)
{
    return (frame & UNIT_MASK) * UNIT + FRAME_OFFSET + (frame >> 58 & 4);
}

static inline uint64_t load_be64(const uint8_t *at)
{
    uint64_t value;
    memcpy(&value, at, sizeof value);
    return __builtin_bswap64(value);
}

static inline uint32_t load_be16(const uint8_t *at)
{
    return (uint32_t)at[0] << 8 | at[1];
}

static inline uint64_t destination_of(const uint8_t *header)
{
    return load_be64(header) >> 16;
}

static inline uint64_t source_of(const uint8_t *header)
{
    return load_be64(header + SOURCE) >> 16;
}

static inline uint32_t type_of(const uint8_t *header)
{
    return load_be16(header + ADDRESSES_LENGTH);
}

static inline bool is_tag(uint32_t type)
{
    return type == CUSTOMER_TAG || type == SERVICE_TAG || type == LEGACY_SERVICE_TAG;
}

static inline bool is_group(uint64_t mac)
{
    return (mac >> 40 & 1) != 0;
}

/* 01-80-C2-00-00-00 to -0F, which no bridge forwards. */
static inline bool is_link_local(uint64_t mac)
{
    return (mac & ~UINT64_C(0xf)) == UINT64_C(0x0180c2000000);
}

#endif
