package io.isolane.tools.bench.scaling;

/**
 * What a window showed.
 *
 * @param framesPerSecond that left the switch
 * @param firstNanosPerFrame busy time of the first worker for each frame that entered at its ports
 * @param lastNanosPerFrame busy time of the last worker for each frame that left at its ports
 * @param dropped frames
 */
record Reading(double framesPerSecond, double firstNanosPerFrame, double lastNanosPerFrame, long dropped) {}
