/** Whether one set of values is better than another, by how much, and how surely. No threads, no files. */
@NullMarked
package io.isolane.tools.regress.verdict;

import org.jspecify.annotations.NullMarked;
