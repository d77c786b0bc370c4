package io.github.qbconnector.database;

import io.github.qbconnector.database.server.Postgres;
import io.github.qbconnector.database.server.Servers;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Servers.class)
class PostgresSchemaIT extends SchemaPromises {
  PostgresSchemaIT(Postgres postgres) {
    super(postgres);
  }
}
