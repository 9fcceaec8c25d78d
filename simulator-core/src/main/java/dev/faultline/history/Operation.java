package dev.faultline.history;

import dev.faultline.values.NodeId;

/**
 * One operation of one client, as the client saw it. Times are virtual nanoseconds.
 *
 * @param id number in order of invocation, from 0
 * @param client who asked
 * @param process the logical process: a client's first is its own, and it gets a new one after each
 *     operation of unknown outcome
 * @param operation what was asked for, a record of the service
 * @param outcome how it ended; {@link Outcome.Unknown} for one still open at the end of the run
 * @param intended when the workload wanted it to start (before waiting for the client to be free)
 * @param invoked when it started
 * @param completed when it ended or was given up; the end of the run for one still open
 */
public record Operation(
    long id,
    NodeId client,
    long process,
    Record operation,
    Outcome<?> outcome,
    long intended,
    long invoked,
    long completed) {}
