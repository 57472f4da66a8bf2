/** What is running: a figure is worth little without the version and the commit it was measured on. */
@NullMarked
package io.isolane.tools.version;

import org.jspecify.annotations.NullMarked;
