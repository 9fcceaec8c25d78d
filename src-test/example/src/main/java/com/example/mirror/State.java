package com.example.mirror;

import com.example.mirror.MirrorMessage.Reply;
import com.example.mirror.MirrorMessage.Request;
import dev.faultline.service.RegisterOperation.CompareAndSet;
import dev.faultline.service.RegisterOperation.Read;
import dev.faultline.service.RegisterOperation.Write;
import dev.faultline.service.RegisterResult;
import dev.faultline.service.RegisterResult.Found;
import dev.faultline.service.RegisterResult.Swapped;
import dev.faultline.service.RegisterResult.Written;
import dev.faultline.values.NodeId;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the primary keeps on its disk; immutable.
 *
 * @param version how many requests it has performed
 * @param replies the latest reply to each client
 */
record State(long version, Optional<String> value, SortedMap<NodeId, Reply> replies) {
  static final State EMPTY = new State(0, Optional.empty(), Collections.emptySortedMap());

  /** Has this request been performed, or a later one of the same client? */
  boolean covers(NodeId client, Request request) {
    Reply latest = replies.get(client);
    return latest != null && latest.number() >= request.number();
  }

  /** The state after a request, with the answer to whoever asked. */
  State after(NodeId client, Request request) {
    return switch (request.operation()) {
      case Read read -> with(client, request, value, new Found(value));
      case Write write -> with(client, request, Optional.of(write.value()), new Written());
      case CompareAndSet swap -> {
        boolean matched = value.equals(Optional.of(swap.expected()));
        Optional<String> next = matched ? Optional.of(swap.value()) : value;
        yield with(client, request, next, new Swapped(matched));
      }
    };
  }

  private State with(NodeId client, Request request, Optional<String> next, RegisterResult result) {
    SortedMap<NodeId, Reply> all = new TreeMap<>(replies);
    all.put(client, new Reply(request.number(), result));
    return new State(version + 1, next, Collections.unmodifiableSortedMap(all));
  }
}
