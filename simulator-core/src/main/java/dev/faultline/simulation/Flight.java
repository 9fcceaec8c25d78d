package dev.faultline.simulation;

import dev.faultline.values.NodeId;

/**
 * A message on its way.
 *
 * @param arrives virtual nanoseconds
 * @param number tells apart flights of the same time; in the order of sending
 */
public record Flight(NodeId from, NodeId to, Object message, long arrives, long number) {}
