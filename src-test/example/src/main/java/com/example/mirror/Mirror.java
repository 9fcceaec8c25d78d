package com.example.mirror;

import com.example.mirror.MirrorFact.Stored;
import com.example.mirror.MirrorMessage.Copied;
import com.example.mirror.MirrorMessage.Copy;
import com.example.mirror.MirrorMessage.Reply;
import com.example.mirror.MirrorMessage.Request;
import dev.faultline.disk.Journal;
import dev.faultline.node.Context;
import dev.faultline.node.Node;
import dev.faultline.values.NodeId;
import java.util.Optional;

/** Keeps a copy of the register, and says so when its disk has it. */
final class Mirror implements Node<MirrorMessage> {
  private final Context<MirrorMessage> context;
  private final Journal<Copy> journal;
  private Copy latest = new Copy(0, Optional.empty());

  Mirror(Context<MirrorMessage> context) {
    this.context = context;
    this.journal = context.disk().journal("copies");
  }

  @Override
  public void start() {
    // A crash may have torn the last records, which nobody was told about.
    for (long i = 0; i < journal.size(); i++) {
      latest = journal.read(i).whole().orElse(latest);
    }
  }

  @Override
  public void receive(NodeId from, MirrorMessage message) {
    switch (message) {
      case Copy copy -> keep(from, copy);
      case Request request -> {} // for the primary
      case Reply reply -> {} // for clients
      case Copied copied -> {} // for the primary
    }
  }

  private void keep(NodeId primary, Copy copy) {
    if (copy.version() > latest.version()) {
      latest = copy;
      journal.append(copy);
    }
    long version = latest.version();
    context
        .disk()
        .sync(() -> {
          context.report(new Stored(version));
          context.send(primary, new Copied(version));
        });
  }

  @Override
  public Record view() {
    return latest;
  }
}
