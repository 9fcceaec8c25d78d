package dev.faultline.service;

/** What clients ask of a key-value store. */
public sealed interface KvOperation {
  /** The key it reads or writes. */
  String key();

  /** Reads a key. */
  record Get(String key) implements KvOperation {}

  /** Replaces the value of a key. */
  record Put(String key, String value) implements KvOperation {}

  /** Adds text at the end of a key's value; an absent key counts as empty. */
  record Append(String key, String value) implements KvOperation {}

  /** Replaces the value of a key if it is the expected one; an absent key matches nothing. */
  record CompareAndSet(String key, String expected, String value) implements KvOperation {}
}
