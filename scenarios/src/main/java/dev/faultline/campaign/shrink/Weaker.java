package dev.faultline.campaign.shrink;

import dev.faultline.fault.Cut;
import dev.faultline.fault.Effect;
import dev.faultline.fault.FaultAction;
import dev.faultline.fault.Target;
import dev.faultline.scenario.Scenario;
import dev.faultline.values.NodeId;
import dev.faultline.values.RecordShape;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Puts weaker and simpler faults in the place of those that a scenario has, one at a time. */
final class Weaker {
  private Weaker() {}

  /** The scenario with one fault weaker or simpler, in every possible way. */
  static List<Scenario> neighbours(Scenario scenario) {
    List<NodeId> servers = scenario.system().nodes();
    return replaced(
        scenario,
        action ->
            effects(action.effect())
                .filter(effect -> servers.containsAll(Parts.hit(effect)))
                .map(effect ->
                    new FaultAction(action.id(), action.anchor(), action.lasts(), effect)));
  }

  /** The scenario with one fault replaced by each of its replacements. */
  static List<Scenario> replaced(
      Scenario scenario, Function<FaultAction, Stream<FaultAction>> replacements) {
    List<FaultAction> actions = Parts.actions(scenario);
    List<Scenario> neighbours = new ArrayList<>();
    for (int i = 0; i < actions.size(); i++) {
      int place = i;
      replacements
          .apply(actions.get(i))
          .filter(replacement -> !replacement.equals(actions.get(place)))
          .forEach(replacement -> {
            List<FaultAction> others = new ArrayList<>(actions);
            others.set(place, replacement);
            neighbours.add(Parts.withActions(scenario, others));
          });
    }
    return neighbours;
  }

  private static Stream<Effect> effects(Effect effect) {
    return Stream.of(fewerNodes(effect), simplerKinds(effect), milder(effect)).flatMap(x -> x);
  }

  private static Stream<Effect> fewerNodes(Effect effect) {
    return Rewriting.nodes(effect).stream()
        .flatMap(node -> Rewriting.without(effect, node).stream());
  }

  /** A crash says most simply that a server takes no part for a while; then an isolation. */
  private static Stream<Effect> simplerKinds(Effect effect) {
    Optional<Target> target =
        effect.aim().filter(aim -> !(effect instanceof Effect.Crash crash && !crash.wipe()));
    Stream<Effect> stops =
        target.stream()
            .flatMap(aim ->
                Stream.of(
                    new Effect.Crash(aim, false),
                    new Effect.Pause(aim),
                    new Effect.Partition(new Cut.Isolate(aim))));
    return Stream.concat(stops, isolations(effect));
  }

  /** One against the others is an isolation. */
  private static Stream<Effect> isolations(Effect effect) {
    return effect instanceof Effect.Partition(Cut.Groups(List<List<NodeId>> groups))
        ? groups.stream()
            .filter(group -> group.size() == 1)
            .map(group -> new Effect.Partition(new Cut.Isolate(new Target.Named(group))))
        : Stream.of();
  }

  private static Stream<Effect> milder(Effect effect) {
    return switch (effect) {
      case Effect.Noise noise -> quieter(noise);
      case Effect.MessageFault fault -> fewer(fault);
      case Effect.Slow slow ->
          Stream.of(new Effect.Slow(slow.target(), slow.factor(), Duration.ZERO));
      case Effect.Crash crash -> Stream.of();
      case Effect.Pause pause -> Stream.of();
      case Effect.SlowDisk slow -> Stream.of();
      case Effect.FailSyncs fail -> Stream.of();
      case Effect.FullDisk full -> Stream.of();
      case Effect.CorruptDisk corrupt -> Stream.of();
      case Effect.ClockDrift drift -> Stream.of();
      case Effect.ClockJump jump -> Stream.of();
      case Effect.Partition partition -> Stream.of();
      case Effect.Clog clog -> Stream.of();
    };
  }

  private static Stream<Effect> fewer(Effect.MessageFault fault) {
    return Stream.of(1, 2, fault.count() / 2, fault.count() - 1)
        .filter(count -> count > 0 && count < fault.count())
        .map(count ->
            new Effect.MessageFault(
                fault.fate(), fault.from(), fault.to(), fault.message(), count));
  }

  /** Without one of the ways in which links are worse. */
  private static Stream<Effect> quieter(Effect.Noise noise) {
    RecordShape shape = RecordShape.of(Effect.Noise.class);
    return IntStream.range(0, shape.size())
        .filter(i -> shape.read(noise, i) instanceof Optional<?> way && way.isPresent())
        .mapToObj(i -> shape.with(noise, i, Optional.empty()))
        .flatMap(Optional::stream)
        .map(Effect.class::cast);
  }
}
