/**
 * Ports on capture files. A <em>record</em> is one frame with the time it was seen; a {@code CaptureReader} delivers the
 * records of a pcap or pcapng file, a {@code CaptureWriter} makes such a file, and a {@code PcapPort} replays one into
 * the switch, captures what the switch sends it, or both.
 */
@NullMarked
package io.isolane.dataplane.port.pcap;

import org.jspecify.annotations.NullMarked;
