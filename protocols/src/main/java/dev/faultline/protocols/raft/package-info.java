/**
 * Raft: a log that a majority of servers agrees on, and a key-value store on top of it.
 *
 * <p>Sources, cited by section throughout: Ongaro and Ousterhout, "In Search of an Understandable
 * Consensus Algorithm" (extended version, 2014): "the paper"; Ongaro, "Consensus: Bridging Theory
 * and Practice" (PhD dissertation, Stanford 2014): "the dissertation".
 *
 * <p>Read {@link dev.faultline.protocols.raft.RaftRules} next to figure 2 of the paper, then {@link
 * dev.faultline.protocols.raft.RaftNode}.
 */
@NullMarked
package dev.faultline.protocols.raft;

import org.jspecify.annotations.NullMarked;
