/** What Raft promises, judged fact by fact: figure 3 of the paper, and what it rests on. */
@NullMarked
package dev.faultline.protocols.raft.invariants;

import org.jspecify.annotations.NullMarked;
