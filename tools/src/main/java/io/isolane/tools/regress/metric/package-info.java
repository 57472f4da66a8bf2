/** What is compared: a metric, which way of it is better, and the values that forks gave. No threads, no files. */
@NullMarked
package io.isolane.tools.regress.metric;

import org.jspecify.annotations.NullMarked;
