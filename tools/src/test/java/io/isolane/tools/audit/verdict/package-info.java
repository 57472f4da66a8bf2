@NullMarked
package io.isolane.tools.audit.verdict;

import org.jspecify.annotations.NullMarked;
