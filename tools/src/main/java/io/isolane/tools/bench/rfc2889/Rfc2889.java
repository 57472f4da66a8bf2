package io.isolane.tools.bench.rfc2889;

import io.isolane.tools.bench.suite.BenchTest;
import io.isolane.tools.bench.suite.Patterns;
import java.util.List;
import java.util.function.LongSupplier;

/** The suite. Stateless. */
public final class Rfc2889 {
    /** What the tests' names begin with. */
    public static final String NAME = "rfc2889";

    private Rfc2889() {}

    /** The tests in the order of RFC 2889, 5; the learning rate is measured with as many addresses as the device was found to know. */
    public static List<BenchTest> tests() {
        return tests(System::nanoTime);
    }

    /** The same with a clock that ends searches among addresses. */
    static List<BenchTest> tests(LongSupplier nanoTime) {
        AddressCaching caching = new AddressCaching(nanoTime);
        return List.of(
                new Forwarding(NAME + "/fully-meshed", Patterns::mesh),
                new Forwarding(NAME + "/one-to-many", Patterns::oneToMany),
                new Forwarding(NAME + "/many-to-one", Patterns::manyToOne),
                new Forwarding(NAME + "/multiple-devices", Patterns::acrossDevices),
                new Forwarding(NAME + "/unidirectional", Patterns::oneWay),
                new Congestion(),
                new ForwardPressure(),
                caching,
                new AddressLearning(caching),
                new ErroredFrames(),
                new Broadcast());
    }
}
