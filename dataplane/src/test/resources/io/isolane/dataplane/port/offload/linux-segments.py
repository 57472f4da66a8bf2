"""Makes linux-segments.txt: what the kernel's own segmentation and checksum code makes of super-frames.

Each frame goes, with its virtio-net header, into one end of a veth that has no offloads, so that the kernel finishes it, and is
read at the other end. Run as root:  python3 linux-segments.py > linux-segments.txt
"""

import os
import random
import socket
import struct
import subprocess
import sys

SOL_PACKET, PACKET_AUXDATA, PACKET_VNET_HDR = 263, 8, 15
NONE, TCPV4, TCPV6, UDP_L4, ECN = 0, 1, 4, 5, 0x80
FIN, PSH, ACK, ECE, CWR = 0x01, 0x08, 0x10, 0x40, 0x80
TCP, UDP, ICMP6 = 6, 17, 58


def fold(data):
    total = sum(struct.unpack(f"!{len(data) // 2}H", data)) if len(data) % 2 == 0 else fold(data + b"\0")
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return total


def ether(kind, tags=b""):
    return bytes.fromhex("020000000002" "020000000001") + tags + struct.pack("!H", kind)


def ipv4(protocol, body, options=b""):
    words = 5 + len(options) // 4
    head = bytearray(struct.pack("!BBHHHBBH4s4s", 0x40 | words, 0, words * 4 + len(body), 0xFFFE, 0x4000, 64, protocol, 0,
                                 socket.inet_aton("192.0.2.1"), socket.inet_aton("198.51.100.2")) + options)
    head[10:12] = struct.pack("!H", ~fold(bytes(head)) & 0xFFFF)
    return bytes(head) + body


def ipv6(protocol, body, extension=b""):
    first = 0 if extension else protocol
    return struct.pack("!IHBB", 0x60000000, len(extension) + len(body), first, 64) + PAIR6 + extension + body


PAIR4 = socket.inet_aton("192.0.2.1") + socket.inet_aton("198.51.100.2")
PAIR6 = socket.inet_pton(socket.AF_INET6, "2001:db8::1") + socket.inet_pton(socket.AF_INET6, "2001:db8::2")


def pseudo(pair, protocol, length):
    return fold(pair + struct.pack("!II", length, protocol))


def tcp(pair, payload, flags=ACK | PSH, options=b""):
    words = 5 + len(options) // 4
    length = words * 4 + len(payload)
    return struct.pack("!HHIIBBHHH", 40000, 5001, 0xFFFFFF00, 7, words << 4, flags, 512, pseudo(pair, TCP, length), 0) + options + payload


def udp(pair, payload):
    length = 8 + len(payload)
    return struct.pack("!HHHH", 40000, 9, length, pseudo(pair, UDP, length)) + payload


def icmp6(payload):
    return struct.pack("!BBHI", 128, 0, pseudo(PAIR6, ICMP6, 8 + len(payload)), 1) + payload


def zero_sum_payload():
    """Two bytes that make a UDP checksum come out as zero."""
    datagram = udp(PAIR4, b"\0\0")
    return struct.pack("!H", ~fold(datagram) & 0xFFFF)


def cases():
    rnd = random.Random(802)
    data = rnd.randbytes
    timestamps = bytes.fromhex("0101080a0000000100000002")
    vlan, service = bytes.fromhex("8100a064"), bytes.fromhex("88a80007")
    hop = bytes([TCP, 0, 1, 4, 0, 0, 0, 0])
    yield "tcp4", TCPV4, 200, 34, 16, ether(0x800) + ipv4(TCP, tcp(PAIR4, data(777), FIN | PSH | ACK, timestamps))
    yield "tcp4-exact", TCPV4, 200, 34, 16, ether(0x800) + ipv4(TCP, tcp(PAIR4, data(600)))
    yield "tcp4-odd-size", TCPV4, 99, 34, 16, ether(0x800) + ipv4(TCP, tcp(PAIR4, data(500)))
    yield "tcp4-ecn", TCPV4 | ECN, 200, 34, 16, ether(0x800) + ipv4(TCP, tcp(PAIR4, data(500), ACK | CWR | ECE | PSH))
    yield "tcp4-ip-options", TCPV4, 200, 38, 16, ether(0x800) + ipv4(TCP, tcp(PAIR4, data(500)), bytes([1, 1, 1, 0]))
    yield "tcp4-tagged", TCPV4, 200, 38, 16, ether(0x800, vlan) + ipv4(TCP, tcp(PAIR4, data(500)))
    yield "tcp4-two-tags", TCPV4, 200, 42, 16, ether(0x800, service + vlan) + ipv4(TCP, tcp(PAIR4, data(500)))
    yield "tcp4-small", TCPV4, 1000, 34, 16, ether(0x800) + ipv4(TCP, tcp(PAIR4, data(333)))
    yield "tcp6", TCPV6, 200, 54, 16, ether(0x86DD) + ipv6(TCP, tcp(PAIR6, data(777), FIN | PSH | ACK, timestamps))
    yield "tcp6-tagged", TCPV6, 200, 58, 16, ether(0x86DD, vlan) + ipv6(TCP, tcp(PAIR6, data(500)))
    yield "tcp6-hop-by-hop", TCPV6, 200, 62, 16, ether(0x86DD) + ipv6(TCP, tcp(PAIR6, data(500)), hop)
    yield "udp4", UDP_L4, 200, 34, 6, ether(0x800) + ipv4(UDP, udp(PAIR4, data(777)))
    yield "udp6", UDP_L4, 201, 54, 6, ether(0x86DD) + ipv6(UDP, udp(PAIR6, data(777)))
    yield "checksum-tcp4", NONE, 0, 34, 16, ether(0x800) + ipv4(TCP, tcp(PAIR4, data(101)))
    yield "checksum-tcp6", NONE, 0, 54, 16, ether(0x86DD) + ipv6(TCP, tcp(PAIR6, data(100)))
    yield "checksum-udp4", NONE, 0, 34, 6, ether(0x800) + ipv4(UDP, udp(PAIR4, data(99)))
    yield "checksum-udp4-zero", NONE, 0, 34, 6, ether(0x800) + ipv4(UDP, udp(PAIR4, zero_sum_payload()))
    yield "checksum-icmp6", NONE, 0, 54, 2, ether(0x86DD) + ipv6(ICMP6, icmp6(data(56)))


def run(command):
    subprocess.run(command.split(), check=True, stdout=subprocess.DEVNULL)


def whole(receiver):
    """The next frame with the tag that the kernel took out of it."""
    frame, ancillary, _, _ = receiver.recvmsg(70000, 1024)
    for level, kind, data in ancillary:
        if level == SOL_PACKET and kind == PACKET_AUXDATA:
            status, _, _, _, _, tci, tpid = struct.unpack("=IIIHHHH", data[:20])
            if status & 0x10:
                return frame[:12] + struct.pack("!HH", tpid, tci) + frame[12:]
    return frame


def main():
    a, b = f"isoseg{os.getpid()}a"[-15:], f"isoseg{os.getpid()}b"[-15:]
    run(f"ip link add {a} type veth peer name {b}")
    try:
        for end in (a, b):
            open(f"/proc/sys/net/ipv6/conf/{end}/disable_ipv6", "w").write("1")
            run(f"ethtool -K {end} tx off gro off")
            run(f"ip link set {end} up mtu 1500")
        sender = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, 0)
        sender.setsockopt(SOL_PACKET, PACKET_VNET_HDR, 1)
        sender.bind((a, 0))
        receiver = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(3))
        receiver.setsockopt(SOL_PACKET, PACKET_AUXDATA, 1)
        receiver.bind((b, 0))
        receiver.settimeout(0.3)
        print(f"# Linux {os.uname().release}: name, then in: virtio-net header and frame, then out: each frame it became")
        for name, kind, size, start, offset, frame in cases():
            header = struct.pack("<BBHHHH", 1, kind, 0 if kind == NONE else start + 20, size, start, offset)
            sender.send(header + frame)
            print(name)
            print("in", (header + b"\1\0").hex(), frame.hex())
            try:
                while True:
                    print("out", whole(receiver).hex())
            except TimeoutError:
                pass
    finally:
        run(f"ip link del {a}")


sys.exit(main())
