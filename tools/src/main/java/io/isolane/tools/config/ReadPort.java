package io.isolane.tools.config;

/** A port as it is read: its access lists are names yet, since the file may have the lists further down. Immutable. */
record ReadPort(PortConfig port, AccessNames access) {}
