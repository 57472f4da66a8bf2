package io.isolane.tools.audit.replay;

import io.isolane.core.frame.EthernetHeader;
import io.isolane.core.frame.EthernetLayout;
import io.isolane.core.frame.MacAddress;
import io.isolane.core.memory.RawMemory;
import io.isolane.dataplane.port.pcap.CaptureReader;
import io.isolane.tools.audit.evidence.Station;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the stations said to each other in a real run, frame by frame. Immutable. */
final class Conversation {
    private static final String RECORDED = "conversation.pcapng";
    private static final int MAX_FRAME = 262_144;

    private final List<Utterance> utterances;

    private Conversation(List<Utterance> utterances) {
        this.utterances = List.copyOf(utterances);
    }

    /** The conversation that comes with the program; {@code conversation.md} beside it says how it was recorded. */
    static Conversation recorded() throws IOException {
        Path copy = Files.createTempFile("isolane-conversation", ".pcapng");
        try (InputStream resource = Conversation.class.getResourceAsStream(RECORDED)) {
            if (resource == null) {
                throw new FileNotFoundException(RECORDED + " is missing from the program: build it anew");
            }
            Files.copy(resource, copy, StandardCopyOption.REPLACE_EXISTING);
            return read(copy);
        } finally {
            Files.delete(copy);
        }
    }

    /** The whole frames between stations that a capture file holds. */
    static Conversation read(Path file) throws IOException {
        List<Utterance> utterances = new ArrayList<>();
        try (CaptureReader reader = CaptureReader.open(file);
                Arena arena = Arena.ofConfined()) {
            long address = arena.allocate(MAX_FRAME).address();
            while (reader.next()) {
                reader.copyTo(address);
                if (reader.capturedLength() == reader.originalLength()) {
                    utterance(reader, address).ifPresent(utterances::add);
                }
            }
            IOException failure = reader.failure();
            if (failure != null) {
                throw failure;
            }
        }
        return new Conversation(utterances);
    }

    List<Utterance> utterances() {
        return utterances;
    }

    private static Optional<Utterance> utterance(CaptureReader reader, long address) {
        if (reader.capturedLength() < EthernetLayout.HEADER_LENGTH) {
            return Optional.empty();
        }
        long destination = EthernetHeader.destination(address);
        Optional<Station> receiver = Station.of(destination);
        if (receiver.isEmpty() && !MacAddress.isGroup(destination)) {
            return Optional.empty();
        }
        int etherType = EthernetHeader.etherType(address);
        byte[] frame = RawMemory.get(address, reader.capturedLength());
        return Station.of(EthernetHeader.source(address))
                .map(sender -> new Utterance(sender, receiver, etherType, reader.timestampNanos(), frame));
    }
}
