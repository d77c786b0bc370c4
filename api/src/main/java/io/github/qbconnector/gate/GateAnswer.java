package io.github.qbconnector.gate;

import java.util.Map;

/**
 * The answer of a door to a request that may not pass.
 *
 * @param login whether the application's own login should be tried first ({@code
 *     HttpServletRequest.authenticate}); the rest is for the case that there is none
 * @param status the HTTP status
 * @param headers the headers, the content type among them
 * @param body the body, empty for redirects
 */
public record GateAnswer(boolean login, int status, Map<String, String> headers, String body) {}
