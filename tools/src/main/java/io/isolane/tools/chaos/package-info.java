/**
 * {@code isolane chaos}: ports come, go, break, are given other profiles and overload the switch, at random, while numbered frames go to and fro
 * between two ports that nobody touches; not one may be lost, doubled or overtaken, and in the end no slot of the frame memory may be missing.
 */
@NullMarked
package io.isolane.tools.chaos;

import org.jspecify.annotations.NullMarked;
