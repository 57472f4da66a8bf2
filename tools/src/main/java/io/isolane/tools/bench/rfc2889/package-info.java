/**
 * The tests of RFC 2889, 5: who may send to whom at which rate, what a congested port does to the others, how many addresses a device knows and how
 * fast it learns them, what it does with damaged frames and with broadcasts. Ports that isolation keeps apart are left out, and each result says so.
 */
@NullMarked
package io.isolane.tools.bench.rfc2889;

import org.jspecify.annotations.NullMarked;
