package dev.faultline.protocols.raft;

import dev.faultline.values.NodeId;
import java.util.Optional;

/**
 * A server at one moment.
 *
 * @param leader whom it believes to lead the current term
 * @param durableIndex how far it knows its log to be on stable storage
 */
public record RaftView(
    Role role,
    long term,
    Optional<NodeId> votedFor,
    Optional<NodeId> leader,
    long lastIndex,
    long lastTerm,
    long durableIndex,
    long commitIndex) {}
