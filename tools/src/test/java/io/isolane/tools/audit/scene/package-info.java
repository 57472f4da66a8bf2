@NullMarked
package io.isolane.tools.audit.scene;

import org.jspecify.annotations.NullMarked;
