package io.github.qbconnector.compatibility.app.products;

import jakarta.ejb.Singleton;

/** One for the application. */
@Singleton
public class SingletonProducts extends TwoProducts {}
