/**
 * The MAC table: which port each station of each VLAN was last heard on. The table knows numbers of ports, never devices.
 *
 * <p><b>Who may do what.</b> Any thread looks up, at any time, and never waits. Any worker learns: it changes an entry after
 * claiming the entry's region with one compare-and-set, and if another thread holds that claim it does not wait either, the
 * frame is forwarded and its station is learnt from the next.
 *
 * <p><b>How long a station stays.</b> Its port's tenure says whether it ages and makes room for others, and whether it moves. Whatever
 * that says, a port that loses its link loses its stations, all at once; static ones stay until they are removed.
 */
@NullMarked
package io.isolane.core.table;

import org.jspecify.annotations.NullMarked;
