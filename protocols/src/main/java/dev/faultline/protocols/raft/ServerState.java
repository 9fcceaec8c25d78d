package dev.faultline.protocols.raft;

import dev.faultline.values.NodeId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What every server knows about itself: the state of figure 2 that all its parts read. */
final class ServerState {
  private final Storage storage;
  private Role role = Role.FOLLOWER;
  private @Nullable NodeId leader;
  private long commitIndex;

  ServerState(Storage storage) {
    this.storage = storage;
  }

  long term() {
    return storage.termAndVote().term();
  }

  Optional<NodeId> votedFor() {
    return storage.termAndVote().votedFor();
  }

  Role role() {
    return role;
  }

  boolean leads() {
    return role == Role.LEADER;
  }

  /** Who leads the current term, as far as this server has heard. */
  Optional<NodeId> leader() {
    return Optional.ofNullable(leader);
  }

  boolean follows(NodeId server) {
    return role == Role.FOLLOWER && server.equals(leader);
  }

  long commitIndex() {
    return commitIndex;
  }

  void become(Role next, @Nullable NodeId leaderNow) {
    role = next;
    leader = leaderNow;
  }

  void enterTerm(long term) {
    storage.save(new TermAndVote(term, Optional.empty()));
  }

  void voteIn(long term, NodeId candidate) {
    storage.save(new TermAndVote(term, Optional.of(candidate)));
  }

  void commitTo(long index) {
    commitIndex = index;
  }
}
