package io.github.qbconnector.impl.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.qbconnector.impl.testing.MutableKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFilesTest {
  private static final String SECRET = "quickbooks.online.client-secret";

  private final MutableKeys others =
      MutableKeys.of(
          Map.of(
              "quickbooks.product",
              "online",
              "quickbooks.owner",
              "application",
              "quickbooks.online.client-id",
              "AB123",
              SECRET,
              "from-elsewhere",
              "quickbooks.online.environment",
              "sandbox",
              "quickbooks.online.redirect-uri",
              "https://shop.example/app/quickbooks/callback"));

  @SuppressWarnings("NullAway.Init") // set before each test
  private Path directory;

  private final SecretFiles keys = new SecretFiles(others);

  @BeforeEach
  void mount(@TempDir Path mounted) {
    directory = mounted;
    others.set(SecretFiles.DIRECTORY, directory.toString());
  }

  private void write(String key, String content) throws IOException {
    Files.writeString(directory.resolve(key), content);
  }

  private String secret() {
    return read().connector("default").requireOnline().clientSecret().reveal();
  }

  private Settings read() {
    return new SettingsReader(keys, false, false).read();
  }

  @Test
  void aFileHasTheValueOfTheKeyItIsNamedAs() throws IOException {
    write(SECRET, "from-a-file\n");
    assertThat(secret()).isEqualTo("from-a-file");
  }

  @Test
  void aKeyWithoutAFileIsAskedForElsewhere() {
    assertThat(secret()).isEqualTo("from-elsewhere");
  }

  @Test
  void aChangedFileIsAChangedValue() throws IOException {
    write(SECRET, "first");
    assertThat(secret()).isEqualTo("first");
    write(SECRET, "second");
    assertThat(secret()).isEqualTo("second");
    Files.delete(directory.resolve(SECRET));
    assertThat(secret()).isEqualTo("from-elsewhere");
  }

  @Test
  void anEmptyFileIsAMissingValueThatIsToldWithTheFilesName() throws IOException {
    write(SECRET, "\n");
    assertThat(problem())
        .hasMessageContaining(
            SECRET + ": missing (in " + directory.resolve(SECRET) + ", which is empty");
  }

  @Test
  void aWrongValueIsToldWithTheFileItStandsIn() throws IOException {
    write("quickbooks.gate.max-age", "an hour");
    assertThat(problem())
        .hasMessageContaining(
            "quickbooks.gate.max-age: 'an hour' (in "
                + directory.resolve("quickbooks.gate.max-age")
                + "); expected");
  }

  @Test
  void aDirectoryThatIsNotThereIsAProblemAndNotOneWithoutFiles() {
    others.set(SecretFiles.DIRECTORY, directory.resolve("nowhere").toString());
    assertThat(problem().problems())
        .extracting(Problem::key)
        .containsExactly(SecretFiles.DIRECTORY);
  }

  @Test
  void aFileForWhatShapesTheDeploymentIsAProblem() throws IOException {
    write("quickbooks.gate.url-patterns", "/*");
    write("a-file-of-somebody-else", "whatever");
    assertThat(problem().problems())
        .extracting(Problem::key)
        .containsExactly("quickbooks.gate.url-patterns");
    assertThat(keys.value("quickbooks.gate.url-patterns")).isEmpty();
  }

  @Test
  void noKeyLeadsOutOfTheDirectory() throws IOException {
    Path inside = Files.createDirectory(directory.resolve("inside"));
    write(SECRET, "outside");
    others.set(SecretFiles.DIRECTORY, inside.toString());
    assertThat(keys.value("../" + SECRET)).isEmpty();
  }

  private InvalidConfigurationException problem() {
    return catchThrowableOfType(InvalidConfigurationException.class, this::read);
  }
}
