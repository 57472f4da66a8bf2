/**
 * Access lists: which frames may enter or leave on a port, by what their headers say.
 *
 * <p>The nouns: an {@link io.isolane.core.acl.AccessRule} asks for some fields and permits, denies or counts; an
 * {@link io.isolane.core.acl.AccessList} is rules under a name, of which the first that matches decides; an
 * {@link io.isolane.core.acl.AccessFilter} is the lists of one port in one direction, with the counters of their rules; a
 * {@link io.isolane.core.acl.FrameKey} is what they see of a frame. What no rule matches is denied.
 *
 * <p>Lists are compiled to vectors of bits, one bit for a rule: for each field an index of intervals gives the rules that the
 * value leaves, and what all fields leave matches. A list of 1,000 rules is 16 words a field and their summary; a value of 16 bits is
 * found by two loads, a wider one by a few halvings of a bucket. The work is bounded by the number of fields and the logarithm of
 * the rules, whatever the frame, and by the rules that count it: no guest can make it slow. Hash
 * tables by mask, as in Open vSwitch (tuple space search) and VPP, take a search for each combination of masks that the
 * rules use, and their ranges of ports must be split or compared one by one; where they remember flows, what a guest sends fills the
 * memory (Csikor et al., CoNEXT 2019; CVE-2019-25076). Tries as in DPDK's library are as flat, but grow beyond reason with
 * rules that overlap, and are built for processors' vector units. The price here is memory: for each field two rows at most for a
 * rule, which are shared where they say the same.
 *
 * <p>What a frame leaves open is never in its favour. Headers that cannot be read, ports behind the end or of a later fragment count
 * as what a denying rule asks for, and as nothing that a permitting rule does.
 */
@NullMarked
package io.isolane.core.acl;

import org.jspecify.annotations.NullMarked;
