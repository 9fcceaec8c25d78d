package dev.faultline.network;

import dev.faultline.values.NodeId;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds endpoints by the hash that every name carries: open addressing, with the hashes in an array
 * of their own so that a search touches nothing else.
 */
final class Directory {
  private long[] keys = new long[64];
  private @Nullable Endpoint[] endpoints = new Endpoint[64];
  private int size;

  int size() {
    return size;
  }

  void add(Endpoint endpoint) {
    if (find(endpoint.id()) != null) {
      throw new IllegalArgumentException("there are two nodes named " + endpoint.id());
    }
    if (++size * 2 > keys.length) {
      grow();
    }
    put(endpoint);
  }

  /** The endpoint of this name; null when there is none. */
  @Nullable Endpoint find(NodeId id) {
    long key = id.key();
    int mask = keys.length - 1;
    int place = (int) key & mask;
    while (endpoints[place] != null) {
      if (keys[place] == key) {
        return endpoints[place];
      }
      place = (place + 1) & mask;
    }
    return null;
  }

  private void grow() {
    @Nullable Endpoint[] old = endpoints;
    endpoints = new Endpoint[old.length * 2];
    keys = Arrays.copyOf(keys, endpoints.length);
    for (Endpoint known : old) {
      if (known != null) {
        put(known);
      }
    }
  }

  private void put(Endpoint endpoint) {
    long key = endpoint.id().key();
    int mask = keys.length - 1;
    int place = (int) key & mask;
    while (endpoints[place] != null) {
      place = (place + 1) & mask;
    }
    endpoints[place] = endpoint;
    keys[place] = key;
  }
}
