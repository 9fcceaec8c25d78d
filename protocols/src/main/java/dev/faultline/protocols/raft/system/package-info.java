/** Raft as a system under test: its name, services, rules, fault budget and recovery. */
@NullMarked
package dev.faultline.protocols.raft.system;

import org.jspecify.annotations.NullMarked;
