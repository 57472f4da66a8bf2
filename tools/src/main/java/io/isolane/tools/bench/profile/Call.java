package io.isolane.tools.bench.profile;

import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;

/**
 * A place in a stack. Immutable.
 *
 * @param type full name of the class
 * @param method name of the method
 * @param line of the source, 0 or less if it is not known
 */
record Call(String type, String method, int line) {
    static Call of(RecordedFrame frame) {
        RecordedMethod method = frame.getMethod();
        return new Call(method.getType().getName(), method.getName(), frame.getLineNumber());
    }

    /** As a reader finds it: class, method and line. */
    @Override
    public String toString() {
        String name = type.substring(type.lastIndexOf('.') + 1) + "." + method;
        return line > 0 ? name + ":" + line : name;
    }
}
