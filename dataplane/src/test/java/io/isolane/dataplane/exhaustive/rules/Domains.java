package io.isolane.dataplane.exhaustive.rules;

/** Networks that share uplinks, directly or by way of others, are one domain; between domains there is nothing. */
final class Domains {
    private Domains() {}

    /** For each port the lowest network of its domain. */
    static int[] of(Setup setup) {
        int[] joined = new int[setup.nets().size()];
        for (int net = 0; net < joined.length; net++) {
            joined[net] = 1 << net;
        }
        for (int round = 0; round < joined.length; round++) {
            for (Plug plug : setup.plugs()) {
                join(joined, plug.networks());
            }
        }
        return setup.plugs().stream()
                .mapToInt(plug -> Integer.numberOfTrailingZeros(joined[plug.network()]))
                .toArray();
    }

    private static void join(int[] joined, int networks) {
        int all = networks;
        for (int net = 0; net < joined.length; net++) {
            all |= (networks >> net & 1) != 0 ? joined[net] : 0;
        }
        for (int net = 0; net < joined.length; net++) {
            joined[net] |= (all >> net & 1) != 0 ? all : 0;
        }
    }
}
