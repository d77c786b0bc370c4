package io.github.qbconnector.compatibility.app.beans;

import jakarta.ejb.Singleton;

/** One for the application. */
@Singleton
public class SingletonBooks extends Books {}
