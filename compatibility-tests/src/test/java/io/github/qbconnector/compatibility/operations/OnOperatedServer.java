package io.github.qbconnector.compatibility.operations;

import io.github.qbconnector.compatibility.support.OnServer;
import io.github.qbconnector.compatibility.support.WithPostgres;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests against the server of operations. */
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@OnServer
@ExtendWith({WithPostgres.class, WithOperatedServer.class})
@interface OnOperatedServer {}
