/**
 * The YAML configuration: a file is read into a tree of {@link io.isolane.tools.config.Node nodes} that know their line and
 * column, and bound to records by {@link io.isolane.tools.config.Schema schemas} of {@link io.isolane.tools.config.Key keys}.
 * Whatever is wrong becomes a {@link io.isolane.tools.config.Problem}, and one reading finds as many as it can.
 */
@NullMarked
package io.isolane.tools.config;

import org.jspecify.annotations.NullMarked;
