package io.github.qbconnector.compatibility.grid;

import static io.github.qbconnector.compatibility.grid.LaunchFolder.LIBERTY;
import static io.github.qbconnector.compatibility.grid.LaunchFolder.TOMEE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class PictureTest {
  private static final int WIDEST_LETTER = 8;

  private final Path folder;

  PictureTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void everyCellIsThereWithItsState() throws Exception {
    assertThat(cells(picture()))
        .containsExactly(
            "cell passed, a <plain> & old WAR on Open Liberty 26.0.0.3, JDK 17: passed",
            "cell not-run, a <plain> & old WAR on Open Liberty 26.0.0.3, JDK 25: not run",
            "cell failed, a <plain> & old WAR on TomEE MicroProfile 9.0.0, JDK 17: failed",
            "cell explained, timer on Open Liberty 26.0.0.3, JDK 17: explained",
            "cell not-run, timer on Open Liberty 26.0.0.3, JDK 25: not run",
            "cell not-run, timer on TomEE MicroProfile 9.0.0, JDK 17: not run");
  }

  @Test
  void nothingIsGreenThatWasNotRun() throws Exception {
    Document nothingPassed =
        parsed(Picture.of(new LaunchFolder(folder).with(TOMEE, "BEANS;timer;failed;0;0;").grid()));

    assertThat(cells(nothingPassed)).hasSize(3).noneMatch(cell -> cell.startsWith("cell passed"));
  }

  @Test
  void whoDoesNotSeeItIsToldToo() throws Exception {
    Element svg = picture().getDocumentElement();

    assertThat(svg.getAttribute("role")).isEqualTo("img");
    assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo("What was tested on which server");
    assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
        .isEqualTo("2 rows by 3 servers and JDKs: 1 passed, 1 explained, 3 not run, 1 failed.");
  }

  @Test
  void columnsAreHeadedByServerVersionAndJdk() throws Exception {
    assertThat(texts(picture()))
        .contains("Open Liberty", "26.0.0.3", "JDK 17", "JDK 25", "TomEE MicroProfile", "9.0.0")
        .containsOnlyOnce("Open Liberty");
  }

  @Test
  void aLongNameGoesOnInTheNextLine() throws Exception {
    String name = "a name of a row that goes on for much longer than the picture has room";
    Document picture =
        parsed(
            Picture.of(
                new LaunchFolder(folder).with(TOMEE, "SHAPES;" + name + ";passed;1;0;").grid()));

    assertThat(texts(picture))
        .containsSequence(
            "a name of a row that goes on for much longer", "than the picture has room");
  }

  @Test
  void whatTheSignsMeanHasRoomInsideThePicture() throws Exception {
    Document picture = picture();
    int width = Integer.parseInt(picture.getDocumentElement().getAttribute("width"));

    List<Element> meanings =
        elements(picture, "text").stream()
            .filter(
                text -> text.getTextContent().matches("\\d (passed|explained.*|not run|failed)"))
            .toList();
    assertThat(meanings).hasSize(4);
    assertThat(meanings)
        .allSatisfy(
            text ->
                assertThat(Integer.parseInt(text.getAttribute("x")))
                    .as(text.getTextContent())
                    .isLessThan(width - WIDEST_LETTER * text.getTextContent().length()));
  }

  private Document picture() throws Exception {
    return parsed(
        Picture.of(
            new LaunchFolder(folder)
                .with(
                    LIBERTY,
                    "SHAPES;a <plain> & old WAR;passed;9;0;",
                    "BEANS;timer;explained;1;0;QBC1: \"no\"")
                .with(TOMEE, "SHAPES;a <plain> & old WAR;failed;7;2;")
                .grid()));
  }

  private static Document parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(UTF_8)));
  }

  private static List<String> cells(Document picture) {
    return elements(picture, "g").stream()
        .filter(mark -> mark.getAttribute("class").startsWith("cell"))
        .map(
            mark ->
                mark.getAttribute("class")
                    + ", "
                    + mark.getElementsByTagName("title").item(0).getTextContent())
        .toList();
  }

  private static List<String> texts(Document picture) {
    return elements(picture, "text").stream().map(Element::getTextContent).toList();
  }

  private static List<Element> elements(Document picture, String name) {
    NodeList nodes = picture.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }
}
