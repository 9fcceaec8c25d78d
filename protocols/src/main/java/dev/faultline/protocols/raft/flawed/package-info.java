/** Published bugs of Raft implementations, each as one broken rule. */
@NullMarked
package dev.faultline.protocols.raft.flawed;

import org.jspecify.annotations.NullMarked;
