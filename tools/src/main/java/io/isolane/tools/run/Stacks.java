package io.isolane.tools.run;

import io.isolane.dataplane.port.ring.VirtualNic;
import io.isolane.tools.config.Device;
import io.isolane.tools.stack.NetworkStack;
import io.isolane.tools.stack.StackAddress;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.agrona.concurrent.AgentRunner;

/** The network stacks behind ports in memory, each on a thread of its own. Confined to its thread. */
final class Stacks implements AutoCloseable {
    private final Map<NetworkStack, AgentRunner> running = new LinkedHashMap<>();

    /** Starts the stack of a port. */
    void start(String port, VirtualNic nic, Device.Stack device) {
        NetworkStack stack = new NetworkStack(port, nic, address(device));
        running.put(stack, stack.start());
    }

    /** Prints what each did with the frames it received. */
    void print(PrintWriter out) {
        running.keySet().forEach(out::println);
        out.flush();
    }

    /** Stops all of them. */
    @Override
    public void close() {
        running.values().forEach(AgentRunner::close);
    }

    private static StackAddress address(Device.Stack device) {
        int ip = ByteBuffer.wrap(device.address().address().getAddress()).getInt();
        int length = device.address().length();
        return device.mac().map(mac -> new StackAddress(mac, ip, length)).orElseGet(() -> StackAddress.of(ip, length));
    }
}
