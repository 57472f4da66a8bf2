package io.isolane.core.policy;

/**
 * What a port of a {@link IsolationMode#REGISTERED} network may do with addresses: the three security settings of an ESX port
 * group.
 *
 * @param forgedTransmits whether it may send from an address that is not its own
 * @param addressChanges whether it may make another address its own
 */
public record SourcePolicy(boolean forgedTransmits, boolean addressChanges) {
    /** Both refused, the default. */
    public static final SourcePolicy REJECT = new SourcePolicy(false, false);
}
