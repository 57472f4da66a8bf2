package io.isolane.dataplane.worker;

import io.isolane.core.policy.ForwardingState;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** The forwarding state that all workers of a switch read, each once a batch; one writer. */
public final class SharedState {
    private static final VarHandle STATE;

    static {
        try {
            STATE = MethodHandles.lookup().findVarHandle(SharedState.class, "state", ForwardingState.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private ForwardingState state = ForwardingState.EMPTY;

    /** No ports yet. */
    public SharedState() {}

    public ForwardingState getAcquire() {
        return (ForwardingState) STATE.getAcquire(this);
    }

    public void publishRelease(ForwardingState next) {
        STATE.setRelease(this, next);
    }
}
