package dev.faultline.scenario.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.scenario.tree.Tree.Entry;
import dev.faultline.scenario.tree.Tree.Mapping;
import dev.faultline.scenario.tree.Tree.Scalar;
import dev.faultline.scenario.tree.Tree.Sequence;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.arbitraries.StringArbitrary;

/** Any tree that is printed reads back the same, with the places of its values. */
class TreeProperties {
  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void whatIsPrintedReadsBack(@ForAll("documents") Mapping document) {
    String printed = TreePrinter.print(document);
    assertThat(TreeReader.file("f", printed).map(TreeProperties::withoutPlaces))
        .as(printed)
        .contains(document);
  }

  @Example
  void everyValueKnowsItsPlace() {
    Tree tree = TreeReader.file("f", "a: 1\nb:\n  - { c: [x, \"y\"] }\n").orElseThrow();
    Entry b = ((Mapping) tree).find("b").orElseThrow();
    Mapping item = (Mapping) ((Sequence) b.value()).items().getFirst();
    Sequence list = (Sequence) item.find("c").orElseThrow().value();
    assertThat(b.place()).hasToString("f:2:1");
    assertThat(item.place()).hasToString("f:3:5");
    assertThat(list.place()).hasToString("f:3:10");
    assertThat(list.items().get(1).place()).hasToString("f:3:14");
  }

  @Provide
  Arbitrary<Mapping> documents() {
    return mappings(trees(2)).filter(mapping -> !mapping.entries().isEmpty());
  }

  private static Arbitrary<Tree> trees(int depth) {
    Arbitrary<Tree> scalars = scalars();
    if (depth == 0) {
      return scalars;
    }
    Arbitrary<Tree> inner = trees(depth - 1);
    return Arbitraries.oneOf(
        scalars, inner.list().ofMaxSize(4).map(Tree::list), mappings(inner).map(tree -> tree));
  }

  private static Arbitrary<Mapping> mappings(Arbitrary<Tree> values) {
    Arbitrary<List<String>> keys =
        Arbitraries.oneOf(Arbitraries.of("on", "for", "at", "y"), texts().ofMaxLength(12))
            .list()
            .uniqueElements()
            .ofMaxSize(5);
    return Combinators.combine(keys, values.list().ofSize(5))
        .as((names, trees) ->
            Tree.mapping(
                IntStream.range(0, names.size())
                    .mapToObj(i -> Tree.entry(names.get(i), trees.get(i)))
                    .toList()));
  }

  private static Arbitrary<Tree> scalars() {
    Arbitrary<String> odd =
        Arbitraries.of(
            "",
            " ",
            "-",
            "- a",
            "?",
            ":",
            "a: b",
            "#",
            "a #b",
            "yes",
            "NULL",
            "~",
            "0x1F",
            "1_000",
            "1e3",
            ".5",
            "2026-01-01",
            "< 9",
            "'",
            "\"",
            "\\",
            "\n",
            "%a",
            "@a",
            "`",
            "!a",
            "&a",
            "*a",
            "|",
            ">",
            "{",
            "a]",
            "a,b",
            "---",
            "...",
            "…",
            "\u2028",
            "\uFEFF",
            "é",
            "12e4567");
    return Arbitraries.oneOf(
        odd.map(Tree::text),
        texts().map(Tree::text),
        Arbitraries.longs().map(Tree::number),
        Arbitraries.doubles().map(Tree::number),
        Arbitraries.of(true, false).map(Tree::truth));
  }

  private static StringArbitrary texts() {
    return Arbitraries.strings().ascii().withChars("éß–🚧\u0085\u00A0").ofMaxLength(40);
  }

  private static Tree withoutPlaces(Tree tree) {
    return switch (tree) {
      case Scalar scalar -> new Scalar(scalar.text(), scalar.kind(), Place.NOWHERE);
      case Sequence sequence ->
          Tree.list(sequence.items().stream().map(TreeProperties::withoutPlaces).toList());
      case Mapping mapping ->
          Tree.mapping(
              mapping.entries().stream()
                  .map(entry -> Tree.entry(entry.key(), withoutPlaces(entry.value())))
                  .toList());
    };
  }
}
