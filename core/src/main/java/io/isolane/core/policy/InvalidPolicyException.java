package io.isolane.core.policy;

/** A policy that cannot be compiled: says where, what, and what would mend it. */
public final class InvalidPolicyException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String kind;
    private final String name;
    private final String field;
    private final String reason;

    InvalidPolicyException(String kind, String name, String field, String message) {
        super(kind + " '" + name + "': " + message);
        this.kind = kind;
        this.name = name;
        this.field = field;
        this.reason = message;
    }

    static InvalidPolicyException ofPort(PortProfile port, String field, String message) {
        return new InvalidPolicyException("port", port.name(), field, message);
    }

    static InvalidPolicyException ofNetwork(VirtualNetwork network, String field, String message) {
        return new InvalidPolicyException("network", network.name(), field, message);
    }

    /** {@code port}, {@code network} or {@code mirror}. */
    public String kind() {
        return kind;
    }

    /** The name of the port, network or mirror. */
    public String name() {
        return name;
    }

    /** The component of its record that is wrong. */
    public String field() {
        return field;
    }

    /** What is wrong and what would mend it, without kind and name. */
    public String reason() {
        return reason;
    }
}
