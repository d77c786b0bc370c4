package io.github.qbconnector.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.compatibility.support.TestServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** The jars as they are packed bring nothing into a WAR that anybody but the connector sees. */
class ShippedJarsIT {
  private static final String SERVICES = "META-INF/services/";

  /** What servers look for in our jars. All else in META-INF must be dead letters. */
  private static final Set<String> ACTING =
      Set.of(
          "META-INF/MANIFEST.MF",
          "META-INF/beans.xml",
          "META-INF/jandex.idx",
          "META-INF/web-fragment.xml",
          SERVICES + "jakarta.enterprise.inject.spi.Extension",
          SERVICES + "jakarta.servlet.ServletContainerInitializer",
          SERVICES + "io.github.qbconnector.impl.shaded.json.spi.JsonProvider");

  private record Shipped(String jar, String name, byte[] content) {
    String text() {
      return new String(content, StandardCharsets.ISO_8859_1);
    }

    @Override
    public String toString() {
      return jar + "!/" + name;
    }
  }

  @Test
  void everyClassIsInAPackageOfOurOwn() throws IOException {
    assertThat(shipped())
        .filteredOn(file -> !file.name().startsWith("META-INF/"))
        .isNotEmpty()
        .allMatch(file -> file.name().startsWith("io/github/qbconnector/"));
  }

  @Test
  void noClassIsInTwoJars() throws IOException {
    Map<String, List<String>> jars = new TreeMap<>();
    for (Shipped file : classes()) {
      jars.computeIfAbsent(file.name(), name -> new ArrayList<>()).add(file.jar());
    }

    assertThat(jars).allSatisfy((name, in) -> assertThat(in).hasSize(1));
  }

  @Test
  void nothingInMetaInfActsButWhatWeMean() throws IOException {
    assertThat(shipped())
        .filteredOn(file -> file.name().startsWith("META-INF/"))
        .filteredOn(file -> !file.name().startsWith("META-INF/licenses/"))
        .filteredOn(file -> !file.name().startsWith("META-INF/maven/io.github.qbconnector/"))
        .extracting(Shipped::name)
        .isSubsetOf(ACTING);
  }

  @Test
  void everyServiceIsOneOfOurClasses() throws IOException {
    List<String> classes = classes().stream().map(Shipped::name).toList();

    assertThat(shipped())
        .filteredOn(file -> file.name().startsWith(SERVICES))
        .isNotEmpty()
        .flatMap(file -> file.text().lines().filter(line -> !line.isBlank()).toList())
        .allSatisfy(name -> assertThat(classes).contains(name.trim().replace('.', '/') + ".class"));
  }

  @Test
  void noClassAsksForAThirdPartyUnderItsPublicName() throws IOException {
    for (String thirdParty :
        List.of(
            "com/nimbusds/",
            "com.nimbusds.",
            "com/google/gson/Gson",
            "org/eclipse/parsson/",
            "org.eclipse.parsson.",
            "net/minidev/",
            "jakarta/json/Json",
            "jakarta/json/spi/",
            "jakarta/json/stream/")) {
      assertThat(classes())
          .as(thirdParty)
          .filteredOn(file -> file.text().contains(thirdParty))
          .extracting(Shipped::name)
          .isEmpty();
    }
  }

  @Test
  void theLicencesOfThirdPartiesAreKept() throws IOException {
    assertThat(shipped())
        .extracting(Shipped::name)
        .contains(
            "META-INF/licenses/THIRD-PARTY.md",
            "META-INF/licenses/Apache-2.0.txt",
            "META-INF/licenses/EPL-2.0.txt");
  }

  private static List<Shipped> classes() throws IOException {
    return shipped().stream().filter(file -> file.name().endsWith(".class")).toList();
  }

  private static List<Shipped> shipped() throws IOException {
    List<Shipped> all = new ArrayList<>();
    try (Stream<Path> jars = Files.list(TestServer.product())) {
      for (Path jar : jars.sorted().toList()) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
          for (ZipEntry entry : zip.stream().filter(e -> !e.isDirectory()).toList()) {
            all.add(
                new Shipped(
                    jar.getFileName().toString(),
                    entry.getName(),
                    zip.getInputStream(entry).readAllBytes()));
          }
        }
      }
    }
    return all;
  }
}
