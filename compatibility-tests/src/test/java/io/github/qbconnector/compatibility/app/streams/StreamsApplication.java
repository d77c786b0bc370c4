package io.github.qbconnector.compatibility.app.streams;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Scans for resources, all of which are behind the gate. */
@ApplicationPath("/gated/api")
public class StreamsApplication extends Application {}
