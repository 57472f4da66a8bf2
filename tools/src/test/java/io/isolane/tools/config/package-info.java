/** What a configuration file may say, and what is said of one that says something else. */
@NullMarked
package io.isolane.tools.config;

import org.jspecify.annotations.NullMarked;
