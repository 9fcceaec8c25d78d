package dev.faultline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.cli.Shell.Answer;
import dev.faultline.simulation.Deployment;
import dev.faultline.simulation.Protocol;
import dev.faultline.values.NodeId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code faultline bisect}, in a repository that the test makes. */
class BisectCommandTest {
  /** A program that answers what the file {@code answer} of its revision holds. */
  private static final String LAUNCHER =
      """
      #!/bin/sh
      cat answer
      grep -q verdict answer || { echo 'the build failed' >&2; exit 70; }
      """;

  private static final String SOUND = "{ \"verdict\": \"pass\" }";
  private static final String FLAWED =
      "{ \"verdict\": \"violation\", \"violations\": [{ \"check\": \"a/rule\" }] }";
  private static final String OTHERWISE_FLAWED =
      "{ \"verdict\": \"violation\", \"violations\": [{ \"check\": \"exception\" }] }";
  private static final String UNDECIDED =
      "{ \"verdict\": \"undecided\", \"checks\": [{ \"name\": \"x\", \"verdict\": \"undecided\" }] }";
  private static final String BROKEN = "";

  @TempDir private Path folder;
  private Path repository;
  private Path failure;
  private Shell shell;
  private int commits;

  @BeforeEach
  void makeRepository() throws IOException, InterruptedException {
    repository = Files.createDirectory(folder.resolve("repository")).toRealPath();
    shell = Shell.in(folder).at(repository);
    failure = shell.scenario(ProbeProtocol.Behaviour.SOUND);
    git("init", "-q");
    git("config", "user.name", "Ada");
    git("config", "user.email", "ada@example.org");
    git("config", "commit.gpgsign", "false");
  }

  /** A commit for each answer of the launcher, the oldest first. */
  private void answering(String... answers) throws IOException, InterruptedException {
    Path launcher = Files.writeString(repository.resolve("faultline"), LAUNCHER);
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    for (String answer : answers) {
      commit("answer", answer);
    }
  }

  private void commit(String file, String text) throws IOException, InterruptedException {
    Path path = repository.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
    git("add", "-A");
    git("commit", "-q", "--allow-empty", "-m", "number " + commits);
    git("tag", "v" + commits);
    commits++;
  }

  @Test
  void namesTheCommitThatBroughtTheFailureAndLeavesNothingBehind()
      throws IOException, InterruptedException {
    answering(SOUND, SOUND, FLAWED, FLAWED, FLAWED);
    Files.writeString(repository.resolve("notes"), "mine");
    Answer answer = bisect("--good", "v0");

    assertThat(answer.err()).isEmpty();
    assertThat(answer.out())
        .containsPattern("^  [0-9a-f]{7,}  fails: a/rule\n  [0-9a-f]{7,}  passes\n")
        .containsPattern("came with +[0-9a-f]{7,} [0-9-]{10} Ada: number 2\n$");
    assertThat(answer.code()).isZero();
    assertThat(git("status", "--porcelain")).isEqualTo("?? notes\n");
    assertThat(git("worktree", "list").lines()).hasSize(1);
    assertThat(git("for-each-ref", "refs/bisect")).isEmpty();
  }

  @Test
  void goesBackWhenNoGoodRevisionIsGiven() throws IOException, InterruptedException {
    answering(SOUND, SOUND, FLAWED, FLAWED, FLAWED);

    assertThat(bisect().out()).containsPattern("came with .*number 2\n$");
  }

  @Test
  void skipsWhatTellsNothing() throws IOException, InterruptedException {
    answering(SOUND, BROKEN, OTHERWISE_FLAWED, UNDECIDED, FLAWED);
    Answer answer = bisect("--good", "v0");

    assertThat(answer.out())
        .contains("skipped: breaks exception instead")
        .contains("skipped: undecided (x)")
        .contains("skipped: the build failed")
        .containsPattern("came with one of .*number 4\n .*number 3\n .*number 2\n .*number 1\n$");
    assertThat(answer.code()).isEqualTo(2);
  }

  @Test
  void thereNeedNotBeACommitToBlame() throws IOException, InterruptedException {
    answering(FLAWED, FLAWED, SOUND, BROKEN);

    assertThat(bisect("--bad", "v2"))
        .satisfies(answer -> assertThat(answer.code()).isEqualTo(4))
        .extracting(Answer::out)
        .asString()
        .endsWith("no answer     the failure does not happen at the bad revision\n");
    assertThat(bisect("--bad", "v3").out()).endsWith("the bad revision cannot be tried\n");
    assertThat(bisect("--bad", "v1", "--good", "v0").out())
        .endsWith("the failure happens at the good revision too\n");
    assertThat(bisect("--bad", "v1").out())
        .endsWith("no older revision that was tried is free of the failure\n");
  }

  @Test
  void buildsAProtocolOfTheRepositoryInEachRevision() throws IOException, InterruptedException {
    String services = "module/services/dev.faultline.simulation.Protocol";
    commit(services, ProbeProtocol.class.getName());
    commit(services, Forgetful.class.getName());
    commit("module/other", "");
    shell = shell.at(repository.resolve("module"));
    String build = "mkdir -p classes/META-INF && cp -r services classes/META-INF";
    Answer answer = bisect("--good", "v0", "--build", build, "--classpath", "classes");

    assertThat(answer.out())
        .contains("fails: probe/versions-grow\n")
        .containsPattern("came with .*number 1\n$");
    assertThat(git("status", "--porcelain")).isEmpty();
  }

  /** The probe, with a bug. */
  public static final class Forgetful implements Protocol<ProbeProtocol.Config> {
    private final ProbeProtocol probe = new ProbeProtocol();

    @Override
    public String name() {
      return probe.name();
    }

    @Override
    public String about() {
      return probe.about();
    }

    @Override
    public ProbeProtocol.Config defaults() {
      return probe.defaults();
    }

    @Override
    public List<String> services() {
      return probe.services();
    }

    @Override
    public Deployment<?> deploy(
        ProbeProtocol.Config config, List<NodeId> nodes, Optional<String> flaw) {
      ProbeProtocol.Config other = new ProbeProtocol.Config(ProbeProtocol.Behaviour.FORGETTING);
      return probe.deploy(other, nodes, flaw);
    }
  }

  @Test
  void refusesWhatItCannotUse() throws IOException, InterruptedException {
    commit("empty", "");

    assertThat(bisect("--good", "v7"))
        .isEqualTo(new Answer(64, "", "bisect: there is no revision 'v7'\n"));
    assertThat(bisect())
        .isEqualTo(
            new Answer(
                64,
                "",
                "bisect: nothing of this repository would be run; give --classpath, and --build\n"));
    shell = shell.at(folder);
    assertThat(bisect())
        .isEqualTo(
            new Answer(64, "", "bisect: " + folder.toRealPath() + " is in no git repository\n"));
  }

  private Answer bisect(String... more) {
    List<String> arguments = new ArrayList<>(List.of("bisect", failure.toString()));
    arguments.addAll(List.of(more));
    return shell.run(arguments.toArray(String[]::new));
  }

  private String git(String... arguments) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of("git"));
    words.addAll(List.of(arguments));
    Process git = new ProcessBuilder(words).directory(repository.toFile()).start();
    String out = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(git.waitFor()).as(String.join(" ", words)).isZero();
    return out;
  }
}
