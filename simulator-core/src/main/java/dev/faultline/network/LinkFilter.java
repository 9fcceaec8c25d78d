package dev.faultline.network;

/** Says which links something applies to. */
public interface LinkFilter {
  /** Does it apply to what {@code from} sends to {@code to}? */
  boolean covers(Endpoint from, Endpoint to);
}
