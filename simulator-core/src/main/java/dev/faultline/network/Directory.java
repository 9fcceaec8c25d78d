package dev.faultline.network;

import dev.faultline.values.NodeId;
import org.jspecify.annotations.Nullable;

/** Finds endpoints by name: open addressing over the hash that every name carries. */
final class Directory {
  private @Nullable Endpoint[] table = new Endpoint[64];
  private int size;

  int size() {
    return size;
  }

  void add(Endpoint endpoint) {
    if (find(endpoint.id()) != null) {
      throw new IllegalArgumentException("there are two nodes named " + endpoint.id());
    }
    if (++size * 2 > table.length) {
      @Nullable Endpoint[] old = table;
      table = new Endpoint[old.length * 2];
      for (Endpoint known : old) {
        if (known != null) {
          put(known);
        }
      }
    }
    put(endpoint);
  }

  @Nullable Endpoint find(NodeId id) {
    int mask = table.length - 1;
    int place = (int) id.key() & mask;
    while (true) {
      Endpoint found = table[place];
      if (found == null || found.id().equals(id)) {
        return found;
      }
      place = (place + 1) & mask;
    }
  }

  private void put(Endpoint endpoint) {
    int mask = table.length - 1;
    int place = (int) endpoint.id().key() & mask;
    while (table[place] != null) {
      place = (place + 1) & mask;
    }
    table[place] = endpoint;
  }
}
