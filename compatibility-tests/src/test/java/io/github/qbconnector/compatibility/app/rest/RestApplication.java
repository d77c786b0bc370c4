package io.github.qbconnector.compatibility.app.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Scans for resources, as most applications do. */
@ApplicationPath("/api")
public class RestApplication extends Application {}
