/** The rules of the house, held as tests; they stand in the module that sees every other one. */
@NullMarked
package io.isolane.house;

import org.jspecify.annotations.NullMarked;
