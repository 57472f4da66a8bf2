/**
 * What a tester does to a device under test, in nouns: streams of frames between its ports, a trial that sends them at a rate, and what came of it.
 * Nothing here sends a frame; the suites say what they want in these words, and a test bed does it.
 */
@NullMarked
package io.isolane.tools.bench.trial;

import org.jspecify.annotations.NullMarked;
