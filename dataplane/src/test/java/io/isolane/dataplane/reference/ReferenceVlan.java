package io.isolane.dataplane.reference;

/**
 * A VLAN of networks that share an uplink. Customer and service VLANs of one number are two.
 *
 * @param vid 0 where no port has a VLAN
 */
record ReferenceVlan(int vid, boolean isService) {
    static final ReferenceVlan NONE = new ReferenceVlan(0, false);
}
