package dev.faultline.campaign.swarm;

import dev.faultline.simulation.FaultBudget;
import dev.faultline.values.NodeId;
import java.time.Duration;
import java.util.List;

/**
 * What faults can be about.
 *
 * @param facts the names of what servers report; empty when they cannot be told
 * @param messages the names of what nodes send; empty when they cannot be told
 * @param duration length of the fault phase
 * @param budget what the system tolerates
 */
record Scene(
    List<NodeId> servers,
    List<NodeId> clients,
    List<String> facts,
    List<String> messages,
    Duration duration,
    FaultBudget budget) {
  Scene {
    servers = List.copyOf(servers);
    clients = List.copyOf(clients);
    facts = List.copyOf(facts);
    messages = List.copyOf(messages);
  }
}
