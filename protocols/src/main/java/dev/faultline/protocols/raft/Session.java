package dev.faultline.protocols.raft;

import dev.faultline.values.NodeId;

/**
 * One life of one client. Within a session, commands are numbered upwards, and servers execute each
 * number at most once (dissertation, section 6.3).
 *
 * <p>The dissertation lets the log hand out session numbers; here a client draws its own, so that a
 * new client can start with a command rather than with a registration. Sessions do not expire.
 *
 * @param client who to answer
 * @param life tells the lives of a client apart
 */
public record Session(NodeId client, long life) {}
