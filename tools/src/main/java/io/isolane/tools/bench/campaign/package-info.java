/**
 * The command lines of the suites, and what they have in common: a campaign runs the tests of a suite on one device setting after the
 * other, keeps what they find in files at once, and tells whoever waits how far it is.
 */
@NullMarked
package io.isolane.tools.bench.campaign;

import org.jspecify.annotations.NullMarked;
