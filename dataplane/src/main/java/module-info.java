/** The verbs of the switch, and the API through which a program embeds it. */
module io.isolane.dataplane {
    exports io.isolane.dataplane;
    exports io.isolane.dataplane.port;
    exports io.isolane.dataplane.port.ring;
    exports io.isolane.dataplane.port.offload;
    exports io.isolane.dataplane.port.packet;
    exports io.isolane.dataplane.port.pcap;
    exports io.isolane.dataplane.port.tap;

    requires transitive io.isolane.core;
    requires transitive org.agrona;
    requires org.jctools.core.jdk11;
    requires static transitive org.jspecify;
}
