package io.isolane.core.policy;

import io.isolane.core.frame.IpAddress;

/** A binding that is known from the configuration. */
public record StaticBinding(int fid, IpAddress address, long mac, int port) {}
