package dev.faultline.scenario;

import dev.faultline.fault.Effect;
import dev.faultline.fault.Effect.ClockDrift;
import dev.faultline.fault.Effect.ClockJump;
import dev.faultline.fault.Effect.Clog;
import dev.faultline.fault.Effect.CorruptDisk;
import dev.faultline.fault.Effect.Crash;
import dev.faultline.fault.Effect.FailSyncs;
import dev.faultline.fault.Effect.Fate;
import dev.faultline.fault.Effect.FullDisk;
import dev.faultline.fault.Effect.MessageFault;
import dev.faultline.fault.Effect.Noise;
import dev.faultline.fault.Effect.Partition;
import dev.faultline.fault.Effect.Pause;
import dev.faultline.fault.Effect.SlowDisk;
import dev.faultline.fault.Target;
import dev.faultline.scenario.form.EnumForm;
import dev.faultline.scenario.form.Form;
import dev.faultline.scenario.form.Forms;
import dev.faultline.scenario.form.OneOfForm;
import dev.faultline.scenario.form.RecordForm;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** What a fault does: each kind of effect has a key of its own. */
final class EffectForms {
  private final Forms forms;
  private final Form<Target> target;

  private final Form<String> message;

  private EffectForms(List<String> messages, Forms forms) {
    this.forms = forms;
    this.message = messages.isEmpty() ? Forms.TEXT : EnumForm.of(messages);
    this.target = new TargetForm(forms);
  }

  /**
   * All effects.
   *
   * @param messages the names of the protocol's messages; empty for any
   */
  static OneOfForm<Effect> of(List<String> messages, Forms forms) {
    EffectForms effects = new EffectForms(messages, forms);
    return effects.onMessages(effects.onNodes(effects.onLinks(OneOfForm.of("an effect"))));
  }

  private OneOfForm<Effect> onLinks(OneOfForm<Effect> effects) {
    return effects
        .or(
            "partition",
            "Cuts links: what would be delivered over them is lost.",
            Partition.class,
            new CutForm(forms).as(Partition::new, Partition::cut))
        .or(
            "clog",
            "Holds messages back and releases them in order at the end.",
            Clog.class,
            between(forms.record(EffectKeys.Held.class))
                .as(EffectKeys.Held::effect, EffectKeys.Held::of))
        .or(
            "network",
            "Makes links worse: what is given replaces the links' own settings.",
            Noise.class,
            anyBetween(forms.record(EffectKeys.Links.class))
                .with("burst", Language.burst(forms))
                .as(EffectKeys.Links::effect, EffectKeys.Links::of));
  }

  private OneOfForm<Effect> onNodes(OneOfForm<Effect> effects) {
    return effects
        .or(
            "crash",
            "Stops servers; at the end they start again.",
            effect -> effect instanceof Crash crash && !crash.wipe(),
            hit(hit -> new Crash(hit, false), effect -> ((Crash) effect).target()))
        .or(
            "wipe",
            "Stops servers, which lose their disks too; at the end they start again.",
            effect -> effect instanceof Crash crash && crash.wipe(),
            hit(hit -> new Crash(hit, true), effect -> ((Crash) effect).target()))
        .or(
            "pause",
            "Freezes servers; at the end everything due runs.",
            Pause.class::isInstance,
            hit(Pause::new, effect -> ((Pause) effect).target()))
        .or(
            "slow",
            "Makes servers slow.",
            Effect.Slow.class,
            targeted(forms.record(EffectKeys.Slow.class))
                .with("factor", Forms.FACTOR)
                .orElse("factor", 1.0)
                .orElse("by", Duration.ZERO)
                .as(EffectKeys.Slow::effect, EffectKeys.Slow::of))
        .or(
            "disk",
            "Makes disks slow, failing, full or rotten.",
            EffectForms::isOfDisk,
            targeted(forms.record(EffectKeys.Disk.class))
                .with("sync", Forms.FACTOR)
                .with("fail", Forms.TRUE)
                .with("full", Forms.TRUE)
                .as(EffectKeys.Disk::effect, EffectKeys.Disk::of))
        .or(
            "clock",
            "Changes the speed of clocks, or moves wall clocks.",
            effect -> effect instanceof ClockDrift || effect instanceof ClockJump,
            targeted(forms.record(EffectKeys.Clock.class))
                .with("jump", Forms.SHIFT)
                .as(EffectKeys.Clock::effect, EffectKeys.Clock::of));
  }

  private OneOfForm<Effect> onMessages(OneOfForm<Effect> effects) {
    return effects
        .or(
            "drop",
            "Loses single messages.",
            effect -> MessageKeys.decides(effect, Fate.Drop.class),
            message(
                forms.record(MessageKeys.Chosen.class),
                MessageKeys.Chosen::dropped,
                MessageKeys.Chosen::of))
        .or(
            "delay",
            "Delays single messages.",
            effect -> MessageKeys.decides(effect, Fate.Delay.class),
            message(
                forms.record(MessageKeys.Delayed.class),
                MessageKeys.Delayed::fault,
                MessageKeys.Delayed::of))
        .or(
            "duplicate",
            "Delivers single messages twice.",
            effect -> MessageKeys.decides(effect, Fate.Duplicate.class),
            message(
                forms.record(MessageKeys.Doubled.class).orElse("after", Duration.ZERO),
                MessageKeys.Doubled::fault,
                MessageKeys.Doubled::of))
        .or(
            "corrupt",
            "Alters single messages.",
            effect -> MessageKeys.decides(effect, Fate.Corrupt.class),
            message(
                forms.record(MessageKeys.Chosen.class),
                MessageKeys.Chosen::corrupted,
                MessageKeys.Chosen::of));
  }

  private Form<Effect> hit(Function<Target, Effect> effect, Function<Effect, Target> whom) {
    return targeted(forms.record(EffectKeys.Hit.class))
        .as(hit -> effect.apply(hit.target()), made -> new EffectKeys.Hit(whom.apply(made)));
  }

  private <K extends Record> Form<Effect> message(
      RecordForm<K> keys, Function<K, MessageFault> fault, Function<MessageFault, K> inverse) {
    return anyBetween(keys)
        .with("message", message)
        .with("count", Forms.count(1, Integer.MAX_VALUE))
        .orElse("count", 1)
        .as(fault::apply, effect -> inverse.apply((MessageFault) effect));
  }

  private <K extends Record> RecordForm<K> targeted(RecordForm<K> form) {
    return form.with("target", target);
  }

  private <K extends Record> RecordForm<K> between(RecordForm<K> form) {
    return form.with("from", forms.nodes()).with("to", forms.nodes());
  }

  private <K extends Record> RecordForm<K> anyBetween(RecordForm<K> form) {
    return between(form).orElse("from", List.of()).orElse("to", List.of());
  }

  private static boolean isOfDisk(Effect effect) {
    return effect instanceof SlowDisk
        || effect instanceof FailSyncs
        || effect instanceof FullDisk
        || effect instanceof CorruptDisk;
  }
}
