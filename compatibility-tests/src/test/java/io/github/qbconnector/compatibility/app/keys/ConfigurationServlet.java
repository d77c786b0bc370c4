package io.github.qbconnector.compatibility.app.keys;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.ConfigProvider;

/** Takes what operators change. */
@WebServlet("/configuration")
public class ConfigurationServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) {
    OperatorsConfiguration operators =
        StreamSupport.stream(ConfigProvider.getConfig().getConfigSources().spliterator(), false)
            .filter(OperatorsConfiguration.class::isInstance)
            .map(OperatorsConfiguration.class::cast)
            .findFirst()
            .orElseThrow();
    request.getParameterMap().forEach((key, values) -> operators.set(key, values[0]));
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }
}
