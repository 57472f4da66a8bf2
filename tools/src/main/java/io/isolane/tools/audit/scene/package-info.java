/**
 * Where the experiment takes place: a {@link io.isolane.tools.audit.scene.Scene} for each isolation mode says which virtual networks
 * and ports there are and where the stations stand.
 */
@NullMarked
package io.isolane.tools.audit.scene;

import org.jspecify.annotations.NullMarked;
