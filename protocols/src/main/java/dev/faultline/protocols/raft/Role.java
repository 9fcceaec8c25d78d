package dev.faultline.protocols.raft;

/** What a server is (figure 4 of the paper). */
public enum Role {
  FOLLOWER,
  CANDIDATE,
  LEADER,
  /** Its disk lost what it had promised to keep: it takes no part any more. */
  HALTED
}
