package dev.faultline.workload;

import dev.faultline.values.NodeId;
import java.time.Duration;

/**
 * One operation of an explicit workload.
 *
 * @param at when it starts (or is due, while the client is busy)
 * @param client who performs it
 * @param operation a record of the service
 */
public record PlannedOperation(Duration at, NodeId client, Record operation) {}
