package io.isolane.tools.audit;

import io.isolane.core.policy.IsolationMode;

/** Whose default set-up, or whose remedy, a mode is. Stateless. */
final class Product {
    private Product() {}

    static String of(IsolationMode mode) {
        return switch (mode) {
            case SHARED_MEDIUM -> "VMware Server";
            case HOST_SHIELDED -> "Microsoft Virtual Server 2005 R2";
            case LEARNING -> "XenSource XenExpress; physical switch";
            case REGISTERED -> "VMware ESX";
            case VLAN_PER_GUEST -> "Broadcom Advanced Control Suite, one NIC";
            case DEDICATED_UPLINK -> "a physical NIC for each network";
            case PRIVATE_VLAN -> "ESX distributed switch, Cisco";
            case PROTECTED -> "Linux bridge, OVS, Cisco";
        };
    }
}
