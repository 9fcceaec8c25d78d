package dev.faultline.scenario.form;

import dev.faultline.scenario.tree.Tree;
import dev.faultline.scenario.tree.Tree.Kind;
import dev.faultline.values.NodeId;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** The name of one of some servers and clients. */
record NodeForm(List<NodeId> servers, List<NodeId> clients) implements Form<NodeId> {
  @Override
  public String what() {
    String kind = clients.isEmpty() ? "a server" : servers.isEmpty() ? "a client" : "a node";
    return kind + " (" + Roster.span(servers, clients) + ")";
  }

  @Override
  public NodeId read(Value value) {
    String name = value.scalar(this, Kind.TEXT);
    return Stream.concat(servers.stream(), clients.stream())
        .filter(node -> node.name().equals(name))
        .findFirst()
        .orElseThrow(() -> value.expected(what()));
  }

  @Override
  public Tree write(NodeId value) {
    return Tree.text(value.name());
  }

  @Override
  public ObjectNode schema(Schemas schemas) {
    String letters = (servers.isEmpty() ? "" : "n") + (clients.isEmpty() ? "" : "c");
    return schemas.text("^[" + letters + "][1-9][0-9]*$");
  }
}
