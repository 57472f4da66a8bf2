package io.isolane.core.policy;

/** Whether a frame that leaves untagged carries its priority in a tag of VID 0. */
public enum PriorityTags {
    NEVER,
    /** Only a frame whose PCP or DEI is not zero. */
    IF_NONZERO
}
