package io.github.qbconnector.compatibility.app.beans;

import jakarta.ejb.Stateful;

/** Lives as long as its client: a system exception would end it. */
@Stateful
public class StatefulBooks extends Books {}
