package dev.faultline.scenario;

import dev.faultline.fault.Anchor;
import dev.faultline.fault.Effect;
import dev.faultline.fault.FaultAction;
import dev.faultline.fault.FaultRule;
import dev.faultline.fault.FaultRule.AtRandom;
import dev.faultline.fault.FaultRule.Each;
import dev.faultline.fault.FaultRule.Every;
import dev.faultline.fault.FaultRule.Schedule;
import dev.faultline.fault.Target;
import dev.faultline.scenario.AnchorKeys.Occasion;
import dev.faultline.scenario.form.Form;
import dev.faultline.scenario.form.Forms;
import dev.faultline.scenario.form.Keys;
import dev.faultline.scenario.form.OneOfForm;
import dev.faultline.scenario.form.Schemas;
import dev.faultline.scenario.form.Value;
import dev.faultline.scenario.form.Words;
import dev.faultline.scenario.tree.InputException;
import dev.faultline.scenario.tree.Tree;
import dev.faultline.scenario.tree.Tree.Entry;
import dev.faultline.values.DurationRange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * One fault: when ({@code at}, {@code on}, {@code each}, {@code every} or {@code random}), for how
 * long, and exactly one effect. A fault without an id gets one from when and what it is.
 */
final class FaultForm implements Form<Fault> {
  private static final List<String> STARTS = List.of("at", "on", "each", "every", "random");

  /** What comes with a server that can be hit. */
  private static final List<String> WITH_REPORTER = List.of("on", "each");

  /** How long a fault lasts that comes once. */
  private static final Form<Duration> ONE_LENGTH =
      Forms.RANGE.as(FaultForm::single, DurationRange::of);

  private static final List<String> OF_RULES = List.of("from", "until", "stability");

  private final MomentForm moment;
  private final OnForm on;
  private final EachForm each;
  private final OneOfForm<Effect> effects;
  private final List<String> known;

  FaultForm(MomentForm moment, Vocabulary vocabulary, Forms forms) {
    this.moment = moment;
    this.on = new OnForm(vocabulary.facts(), forms);
    this.each = new EachForm(vocabulary.facts(), forms);
    this.effects = EffectForms.of(vocabulary.messages(), forms);
    this.known =
        Stream.of(List.of("id"), STARTS, OF_RULES, List.of("for"), effects.keys())
            .flatMap(List::stream)
            .toList();
  }

  @Override
  public String what() {
    return "a fault such as { at: 10s, for: 5s, crash: { target: leader } }";
  }

  /** The word for what a fault does: the key of its effect. */
  String kind(Fault fault) {
    return effects.entry(fault.effect()).key();
  }

  @Override
  public Fault read(Value value) {
    Keys keys = Keys.of(value, known, this);
    String id = keys.read("id", FaultIds.FORM).orElse("");
    Effect effect = effects.readOnly(keys);
    String start = start(keys);
    refuseReporter(start, effect, keys);
    return switch (start) {
      case "at" -> once(id, new Anchor.At(keys.require("at", moment)), keys, effect);
      case "on" -> once(id, keys.require("on", on), keys, effect);
      case "each" -> repeated(id, each(keys), keys, effect);
      case "every" -> repeated(id, every(keys), keys, effect);
      default -> repeated(id, random(keys), keys, effect);
    };
  }

  private static String start(Keys keys) {
    List<String> given = STARTS.stream().filter(key -> keys.get(key).isPresent()).toList();
    if (given.size() != 1) {
      String got = given.isEmpty() ? "none" : String.join(" and ", given);
      throw keys.mapping()
          .error("expected exactly one of " + Words.either(STARTS) + ", got " + got);
    }
    return given.getFirst();
  }

  /** At a time, nobody has reported anything. */
  private void refuseReporter(String start, Effect effect, Keys keys) {
    if (effect.isAimedAt(new Target.Reporter()) && !WITH_REPORTER.contains(start)) {
      throw keys.get(effects.entry(effect).key())
          .orElseThrow()
          .error("the target reporter goes with " + Words.either(WITH_REPORTER) + " only");
    }
  }

  private static Fault once(String id, Anchor anchor, Keys keys, Effect effect) {
    refuse(keys, OF_RULES, "each, every or random");
    Optional<Duration> lasts = keys.read("for", ONE_LENGTH);
    return new Fault.Once(new FaultAction(id, anchor, lasts, effect));
  }

  private static Duration single(DurationRange range) {
    if (!range.min().equals(range.max())) {
      throw new IllegalArgumentException(
          "expected one duration, got '" + range + "'; a range goes with each, every or random");
    }
    return range.min();
  }

  private Fault repeated(String id, Schedule schedule, Keys keys, Effect effect) {
    Optional<DurationRange> lasts = keys.read("for", Forms.RANGE);
    if (lasts.isEmpty() && needsEnd(effect)) {
      throw keys.missing("for", "how long each lasts, such as 5s or 1s..3s");
    }
    return new Fault.Repeated(new FaultRule(id, schedule, lasts, effect));
  }

  private Schedule every(Keys keys) {
    refuse(keys, List.of("stability"), "each or random");
    return new Every(keys.require("every", Forms.LENGTH), from(keys), until(keys));
  }

  private Schedule each(Keys keys) {
    Occasion occasion = keys.require("each", each);
    return new Each(
        occasion.trigger(), occasion.chance(), stability(keys), from(keys), until(keys));
  }

  private static Duration stability(Keys keys) {
    return keys.read("stability", Forms.DURATION).orElse(Duration.ZERO);
  }

  private Schedule random(Keys keys) {
    return new AtRandom(
        keys.require("random", Forms.RATE), stability(keys), from(keys), until(keys));
  }

  private Duration from(Keys keys) {
    return keys.read("from", moment).orElse(Duration.ZERO);
  }

  private Optional<Duration> until(Keys keys) {
    Optional<Duration> until = keys.read("until", Forms.DURATION);
    if (until.isPresent() && until.get().compareTo(from(keys)) <= 0) {
      throw keys.get("until").orElseThrow().expected("a time after the first");
    }
    return until;
  }

  private static void refuse(Keys keys, List<String> names, String goesWith) {
    for (String name : names) {
      keys.get(name)
          .ifPresent(value -> {
            throw refused(value, goesWith);
          });
    }
  }

  private static InputException refused(Value value, String goesWith) {
    return value.error("goes with " + goesWith + " only");
  }

  /** Would the effect go on for the rest of the run, so that repeating it has no meaning? */
  private static boolean needsEnd(Effect effect) {
    return switch (effect) {
      case Effect.CorruptDisk corrupt -> false;
      case Effect.ClockJump jump -> false;
      case Effect.MessageFault message -> false;
      case Effect.Partition partition -> true;
      case Effect.Clog clog -> true;
      case Effect.Crash crash -> true;
      case Effect.Pause pause -> true;
      case Effect.Slow slow -> true;
      case Effect.SlowDisk slow -> true;
      case Effect.FailSyncs fail -> true;
      case Effect.FullDisk full -> true;
      case Effect.ClockDrift drift -> true;
      case Effect.Noise noise -> true;
    };
  }

  @Override
  public Tree write(Fault value) {
    List<Entry> entries = new ArrayList<>();
    entries.add(Tree.entry("id", FaultIds.FORM.write(value.id())));
    switch (value) {
      case Fault.Once(FaultAction action) -> {
        entries.add(start(action.anchor()));
        action
            .lasts()
            .ifPresent(lasts -> entries.add(Tree.entry("for", Forms.DURATION.write(lasts))));
        entries.add(effects.entry(action.effect()));
      }
      case Fault.Repeated(FaultRule rule) -> {
        entries.addAll(start(rule.schedule()));
        rule.lasts().ifPresent(lasts -> entries.add(Tree.entry("for", Forms.RANGE.write(lasts))));
        entries.add(effects.entry(rule.effect()));
      }
    }
    return Tree.mapping(entries);
  }

  private Entry start(Anchor anchor) {
    return anchor instanceof Anchor.At(Duration time)
        ? Tree.entry("at", moment.write(time))
        : Tree.entry("on", on.write(anchor));
  }

  private List<Entry> start(Schedule schedule) {
    List<Entry> entries = new ArrayList<>();
    entries.add(
        switch (schedule) {
          case Each on -> Tree.entry("each", each.write(new Occasion(on.trigger(), on.chance())));
          case Every every -> Tree.entry("every", Forms.DURATION.write(every.period()));
          case AtRandom random -> Tree.entry("random", Forms.RATE.write(random.rate()));
        });
    entries.add(Tree.entry("from", moment.write(schedule.from())));
    schedule
        .until()
        .ifPresent(until -> entries.add(Tree.entry("until", Forms.DURATION.write(until))));
    stability(schedule)
        .ifPresent(
            stability -> entries.add(Tree.entry("stability", Forms.DURATION.write(stability))));
    return entries;
  }

  private static Optional<Duration> stability(Schedule schedule) {
    return switch (schedule) {
      case Each each -> Optional.of(each.stability());
      case Every every -> Optional.empty();
      case AtRandom random -> Optional.of(random.stability());
    };
  }

  @Override
  public ObjectNode schema(Schemas schemas) {
    ObjectNode properties = schemas.object();
    add(properties, "id", "Unique in the scenario.", FaultIds.FORM.schema(schemas), schemas);
    add(properties, "at", "When it begins.", moment.schema(schemas), schemas);
    add(properties, "on", "What it waits for.", on.schema(schemas), schemas);
    add(
        properties,
        "each",
        "It comes whenever this happens, with a chance; one at a time.",
        each.schema(schemas),
        schemas);
    add(
        properties,
        "every",
        "It comes again after so long.",
        Forms.DURATION.schema(schemas),
        schemas);
    add(properties, "random", "It comes at random, so often.", Forms.RATE.schema(schemas), schemas);
    add(
        properties,
        "from",
        "When it comes first, at the earliest.",
        moment.schema(schemas),
        schemas);
    add(properties, "until", "It does not come later.", Forms.DURATION.schema(schemas), schemas);
    add(
        properties,
        "stability",
        "Least time between the end of one and the beginning of the next.",
        Forms.DURATION.schema(schemas),
        schemas);
    add(
        properties,
        "for",
        "How long it lasts; without, until the end of the faults. A range is drawn each time.",
        Forms.RANGE.schema(schemas),
        schemas);
    properties.setAll(effects.properties(schemas));
    ObjectNode schema = schemas.closedObject(properties, List.of());
    return schema.setAll(
        schemas.allOf(List.of(schemas.exactlyOne(STARTS), schemas.exactlyOne(effects.keys()))));
  }

  private static void add(
      ObjectNode properties, String key, String about, ObjectNode schema, Schemas schemas) {
    properties.set(key, schemas.described(about, schema));
  }
}
