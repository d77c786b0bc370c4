package io.github.qbconnector.servlet;

import io.github.qbconnector.QuickBooks;
import io.github.qbconnector.gate.GateDoor;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Puts the gate before the configured URL patterns. An initializer and not an annotation, because
 * annotations are dropped where {@code web.xml} says {@code metadata-complete="true"}.
 */
public final class GateInitializer implements ServletContainerInitializer {
  private static final String WAS_HERE = GateInitializer.class.getName();

  /**
   * Whether it has seen to an application.
   *
   * @param context the application
   * @return {@code false} where the server skips the initializers of our jars
   */
  public static boolean wasIn(ServletContext context) {
    return context.getAttribute(WAS_HERE) != null;
  }

  @Override
  public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context) {
    if (wasIn(context)) {
      return;
    }
    context.setAttribute(WAS_HERE, true);
    Config config = ConfigProvider.getConfig();
    if (!config.getOptionalValue("quickbooks.enabled", Boolean.class).orElse(true)) {
      return;
    }
    Supplier<@Nullable GateDoor> door = new ConnectorBean<>(GateDoor.class, context);
    // Behind the application's own filters, so that their login and their wrappers count.
    register(context, "quickbooks-caller", new CallerFilter(door), List.of("/*"));
    List<String> connectors = new ArrayList<>();
    connectors.add(QuickBooks.DEFAULT);
    connectors.addAll(list(config, "quickbooks.connectors"));
    for (String connector : connectors) {
      String prefix =
          connector.equals(QuickBooks.DEFAULT)
              ? "quickbooks."
              : "quickbooks.connector." + connector + ".";
      List<String> patterns = list(config, prefix + "gate.url-patterns");
      if (!patterns.isEmpty()) {
        List<String> excluded =
            new ArrayList<>(
                EndpointPaths.in(
                    folder(
                        config.getOptionalValue("quickbooks.web.public-url", String.class),
                        config.getOptionalValue(prefix + "online.redirect-uri", String.class))));
        excluded.addAll(list(config, prefix + "gate.exclude-patterns"));
        register(
            context,
            "quickbooks-gate-" + connector,
            new GateFilter(connector, new UrlPatterns(excluded), door),
            patterns);
      }
    }
  }

  private static void register(
      ServletContext context, String name, Filter filter, List<String> patterns) {
    FilterRegistration.Dynamic registration = context.addFilter(name, filter);
    if (registration != null) {
      registration.setAsyncSupported(true);
      registration.addMappingForUrlPatterns(
          EnumSet.of(DispatcherType.REQUEST), true, patterns.toArray(String[]::new));
    }
  }

  /**
   * The folder of the endpoints below the context root: elsewhere where the redirect URI says so,
   * or a gate before all routes would shut out who comes to connect.
   */
  static String folder(Optional<String> publicUrl, Optional<String> redirectUri) {
    String application = publicUrl.map(GateInitializer::path).orElse("").replaceFirst("/$", "");
    String redirect = redirectUri.map(GateInitializer::path).orElse("");
    boolean isElsewhere =
        publicUrl.isPresent()
            && redirect.startsWith(application + "/")
            && redirect.endsWith("/" + EndpointPaths.CALLBACK);
    return isElsewhere
        ? redirect.substring(
            application.length(), redirect.length() - EndpointPaths.CALLBACK.length())
        : EndpointPaths.FOLDER;
  }

  private static String path(String url) {
    try {
      return Objects.requireNonNullElse(URI.create(url).getPath(), "");
    } catch (IllegalArgumentException e) {
      return ""; // what is wrong with it is told at deployment, with everything else
    }
  }

  private static List<String> list(Config config, String key) {
    return config.getOptionalValue(key, String.class).stream()
        .flatMap(value -> Arrays.stream(value.split(",")))
        .map(String::trim)
        .filter(value -> !value.isEmpty())
        .toList();
  }
}
