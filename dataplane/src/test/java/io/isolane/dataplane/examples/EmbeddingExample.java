package io.isolane.dataplane.examples;

import static io.isolane.core.policy.PortProfile.guest;
import static io.isolane.core.policy.PortProfile.uplink;
import static io.isolane.core.policy.VlanMembership.access;
import static io.isolane.core.policy.VlanMembership.trunk;

import io.isolane.core.memory.Descriptor;
import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.VirtualNetwork;
import io.isolane.dataplane.SwitchConfig;
import io.isolane.dataplane.VirtualSwitch;
import io.isolane.dataplane.port.ring.VirtualNic;
import java.util.HexFormat;

/** A switch inside a program: the README quotes what stands between the two marks. */
final class EmbeddingExample {
    private EmbeddingExample() {}

    static void main() throws InterruptedException {
        // begin
        byte[] hello = HexFormat.of().parseHex("ffffffffffff" + "525400770001" + "88b5" + "68656c6c6f");
        try (var fabric = VirtualSwitch.start(SwitchConfig.of(VirtualNetwork.of("lab", IsolationMode.LEARNING)));
                VirtualNic red = fabric.attach(guest("red", "lab").vlan(access(10)));
                VirtualNic blue = fabric.attach(guest("blue", "lab").vlan(access(20)));
                VirtualNic lan = fabric.attach(uplink("lan", "lab").vlan(trunk(10, 20)))) {
            Thread sender = Thread.startVirtualThread(() -> red.send(hello));
            while (lan.receive(frame -> IO.println("lan: VLAN " + Descriptor.tci(frame))) == 0) {
                Thread.onSpinWait();
            }
            sender.join();
            IO.println("blue: " + blue.receive(frame -> {}) + " frames");
        }
        // end
    }
}
