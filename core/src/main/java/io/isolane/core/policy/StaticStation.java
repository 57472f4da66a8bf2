package io.isolane.core.policy;

/** A station whose place is known from the configuration. */
public record StaticStation(int fid, long mac, int port) {}
