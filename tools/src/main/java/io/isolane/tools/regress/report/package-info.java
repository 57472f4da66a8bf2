/** Verdicts as text, JSON, Markdown, JUnit XML and HTML. Values in, text out: no files, no judgement. */
@NullMarked
package io.isolane.tools.regress.report;

import org.jspecify.annotations.NullMarked;
