package io.github.qbconnector.compatibility.app.beans;

import jakarta.ejb.Stateless;

/** Keeps nothing between calls. */
@Stateless
public class StatelessBooks extends Books {}
