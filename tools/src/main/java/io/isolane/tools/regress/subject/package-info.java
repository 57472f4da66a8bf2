/** What is measured: jars, or commits that are built into jars and kept. */
@NullMarked
package io.isolane.tools.regress.subject;

import org.jspecify.annotations.NullMarked;
