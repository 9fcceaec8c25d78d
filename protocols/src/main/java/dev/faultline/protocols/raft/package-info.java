/** Raft, as in Ongaro and Ousterhout, "In Search of an Understandable Consensus Algorithm". */
@NullMarked
package dev.faultline.protocols.raft;

import org.jspecify.annotations.NullMarked;
