package io.github.qbconnector.compatibility.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.compatibility.app.HeldServlet;
import io.github.qbconnector.compatibility.app.HeldThreadsServlet;
import java.net.URI;
import java.util.Map;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The server's threads: an idle one may keep what it did last, and so a class loader. */
public final class ServerThreads {
  /** The context root of the application that gives them work. */
  public static final String CONTEXT = "threads";

  private static final int THREADS = 64;

  private ServerThreads() {}

  /** An application without the connector. */
  public static WebArchive war() {
    return Wars.plain(CONTEXT).addClasses(HeldServlet.class, HeldThreadsServlet.class);
  }

  /** Each has worked for this application last. */
  public static void giveEachSomethingElse() {
    URI held = URI.create(TestServer.url(CONTEXT) + "/held");
    assertThat(new Crowd(held, "anybody").ask(THREADS, THREADS).byStatus())
        .isEqualTo(Map.of(200, THREADS));
    assertThat(Browser.of(TestServer.url(CONTEXT)).open("/held-threads").statusCode())
        .isEqualTo(204);
  }
}
