package io.isolane.core.policy;

/**
 * A VLAN as the frame path sees it.
 *
 * @param fid filtering identifier: whose stations it shares
 * @param vid what its frames carry on trunks, 0 in a network without VLANs
 */
public record VlanState(int fid, int vid) {}
