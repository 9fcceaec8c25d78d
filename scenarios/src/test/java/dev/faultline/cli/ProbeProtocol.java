package dev.faultline.cli;

import dev.faultline.check.Invariant;
import dev.faultline.check.Sighting;
import dev.faultline.check.Sometimes;
import dev.faultline.check.Verdicts;
import dev.faultline.history.Outcome;
import dev.faultline.node.Context;
import dev.faultline.node.Node;
import dev.faultline.node.Timer;
import dev.faultline.random.Distribution;
import dev.faultline.service.RegisterOperation;
import dev.faultline.service.RegisterResult;
import dev.faultline.simulation.Deployment;
import dev.faultline.simulation.FaultBudget;
import dev.faultline.simulation.Protocol;
import dev.faultline.simulation.Recovery;
import dev.faultline.trace.Fact;
import dev.faultline.values.About;
import dev.faultline.values.NodeId;
import dev.faultline.workload.Client;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A register in the memory of the first server, which behaves well or badly on demand. */
public final class ProbeProtocol implements Protocol<ProbeProtocol.Config> {
  /** What deterministic code must not have: it survives a run. */
  private static final AtomicLong SURVIVOR = new AtomicLong();

  /** Was Ctrl-C pressed? */
  static final AtomicBoolean CTRL_C = new AtomicBoolean();

  /** How the server behaves. */
  public enum Behaviour {
    SOUND,
    /** A static counter shows in its answers. */
    COUNTING,
    /** The identity of an object shows in its answers. */
    IDENTIFYING,
    /** Whether it runs on a thread of a campaign shows in its versions. */
    THREADED,
    /** Away from a campaign, Ctrl-C is pressed while it answers, which ends a second JVM. */
    INTERRUPTED,
    /** It throws at the fifth request, each time at another place. */
    SCATTERING,
    /** It throws at the fifth request. */
    THROWING,
    /** Its fifth version is the third once more. */
    FORGETTING,
    /** It never answers. */
    SILENT,
    /** It never returns from the fifth request. */
    LOOPING,
    /** It never finishes starting. */
    STARTING,
    /** Like THROWING, but it never returns from a first request that writes. */
    DEMANDING
  }

  public record Config(@About("How the server behaves.") Behaviour behaviour) {}

  public sealed interface Message {
    record Request(long number, RegisterOperation operation) implements Message {}

    record Reply(long number, RegisterResult result, long stamp) implements Message {}
  }

  public record Wrote(long version) implements Fact {}

  @Override
  public String name() {
    return "probe";
  }

  @Override
  public String about() {
    return "For tests of the command line.";
  }

  @Override
  public Config defaults() {
    return new Config(Behaviour.SOUND);
  }

  @Override
  public List<String> services() {
    return List.of("register");
  }

  @Override
  public Deployment<Message> deploy(Config config, List<NodeId> nodes, Optional<String> flaw) {
    return new ProbeDeployment(config.behaviour(), nodes.getFirst(), nodes.size());
  }

  private record ProbeDeployment(Behaviour behaviour, NodeId server, int size)
      implements Deployment<Message> {
    @Override
    public Node<Message> node(Context<Message> context) {
      return new Server(context, behaviour);
    }

    @Override
    public Client<Message, ?, ?> client(String service, Context<Message> context) {
      return new User(context, server);
    }

    @Override
    public List<Invariant> invariants() {
      return List.of(new VersionsGrow());
    }

    @Override
    public List<Sometimes> sometimes() {
      return List.of(
          new Reached("probe/wrote-often", true, 3),
          new Reached("probe/wrote-a-million", false, 1_000_000));
    }

    @Override
    public FaultBudget budget() {
      return FaultBudget.majority(size);
    }

    @Override
    public Recovery recovery() {
      return new Recovery(
          new Distribution.Constant(Duration.ofMillis(1)), Duration.ofSeconds(2), size);
    }
  }

  private record Reached(String name, boolean required, long version) implements Sometimes {
    @Override
    public List<Class<? extends Fact>> observes() {
      return List.of(Wrote.class);
    }

    @Override
    public boolean happens(Fact fact, NodeId node) {
      return ((Wrote) fact).version() >= version;
    }
  }

  private record View(long number) {}

  private static final class Server implements Node<Message> {
    private final Context<Message> context;
    private final Behaviour behaviour;
    private Optional<String> value = Optional.empty();
    private long requests;
    private long version;

    Server(Context<Message> context, Behaviour behaviour) {
      this.context = context;
      this.behaviour = behaviour;
    }

    @Override
    public void start() {
      if (behaviour == Behaviour.STARTING) {
        loop();
      }
    }

    @Override
    public void receive(NodeId from, Message message) {
      if (message instanceof Message.Request request) {
        requests++;
        if ((behaviour == Behaviour.THROWING || behaviour == Behaviour.DEMANDING)
            && requests == 5) {
          throw new IllegalStateException("five is too many");
        }
        if (behaviour == Behaviour.SCATTERING && requests == 5) {
          throw scattered();
        }
        if (behaviour == Behaviour.LOOPING && requests == 5
            || behaviour == Behaviour.DEMANDING && requests == 1 && isWrite(request)) {
          loop();
        }
        RegisterResult result = perform(request.operation());
        if (behaviour != Behaviour.SILENT) {
          context.send(from, new Message.Reply(request.number(), result, stamp()));
        }
      }
    }

    private static boolean isWrite(Message.Request request) {
      return request.operation() instanceof RegisterOperation.Write;
    }

    /** Until somebody gives up on this thread. */
    private static void loop() {
      while (!Thread.currentThread().isInterrupted()) {
        Thread.onSpinWait();
      }
    }

    private RegisterResult perform(RegisterOperation operation) {
      return switch (operation) {
        case RegisterOperation.Read read -> new RegisterResult.Found(value);
        case RegisterOperation.Write write -> {
          set(write.value());
          yield new RegisterResult.Written();
        }
        case RegisterOperation.CompareAndSet swap -> {
          boolean matched = value.equals(Optional.of(swap.expected()));
          if (matched) {
            set(swap.value());
          }
          yield new RegisterResult.Swapped(matched);
        }
      };
    }

    private void set(String next) {
      value = Optional.of(next);
      version++;
      context.report(new Wrote(reported()));
    }

    private long reported() {
      if (behaviour == Behaviour.THREADED && Thread.currentThread().isDaemon()) {
        return 2 * version;
      }
      return behaviour == Behaviour.FORGETTING && version == 5 ? 3 : version;
    }

    private long stamp() {
      return switch (behaviour) {
        case COUNTING -> SURVIVOR.incrementAndGet();
        case IDENTIFYING -> System.identityHashCode(new Object());
        case INTERRUPTED -> {
          interrupt();
          yield 0;
        }
        case SOUND,
            THREADED,
            SCATTERING,
            THROWING,
            FORGETTING,
            SILENT,
            LOOPING,
            STARTING,
            DEMANDING ->
            0;
      };
    }

    private static void interrupt() {
      boolean second = Locale.getDefault().getCountry().equals("TR");
      if (second) {
        Runtime.getRuntime().halt(130);
      }
      if (!Thread.currentThread().isDaemon()) {
        CTRL_C.set(true);
      }
    }

    private RuntimeException scattered() {
      IllegalStateException thrown = new IllegalStateException("five is too many");
      int line = context.random().nextInt(1, 1000);
      thrown.setStackTrace(
          new StackTraceElement[] {new StackTraceElement("Probe", "answer", "Probe.java", line)});
      return thrown;
    }

    @Override
    public Record view() {
      return new View(version);
    }
  }

  private static final class User implements Client<Message, RegisterOperation, RegisterResult> {
    private final Context<Message> context;
    private final NodeId server;
    private final Timer retry;
    private Message.@Nullable Request open;
    private @Nullable Consumer<Outcome<RegisterResult>> done;
    private long number;

    User(Context<Message> context, NodeId server) {
      this.context = context;
      this.server = server;
      this.retry = context.timer("retry", this::ask);
    }

    @Override
    public void start() {}

    @Override
    public void invoke(RegisterOperation operation, Consumer<Outcome<RegisterResult>> whenDone) {
      open = new Message.Request(++number, operation);
      done = whenDone;
      ask();
    }

    private void ask() {
      context.send(server, open);
      retry.restart(Duration.ofMillis(100));
    }

    @Override
    public void receive(NodeId from, Message message) {
      if (message instanceof Message.Reply reply && open != null && reply.number() == number) {
        retry.cancel();
        open = null;
        done.accept(new Outcome.Ok<>(reply.result()));
      }
    }

    @Override
    public Record view() {
      return new View(number);
    }
  }

  private static final class VersionsGrow implements Invariant {
    private @Nullable Sighting newest;

    @Override
    public String name() {
      return "probe/versions-grow";
    }

    @Override
    public List<Class<? extends Fact>> observes() {
      return List.of(Wrote.class);
    }

    @Override
    public void on(Fact fact, NodeId node, Verdicts verdicts) {
      Sighting now = verdicts.sighting();
      if (newest != null && ((Wrote) newest.fact()).version() >= ((Wrote) fact).version()) {
        verdicts.violated(List.of(newest, now), "%s comes after %s", fact, newest.fact());
      }
      newest = now;
    }
  }
}
