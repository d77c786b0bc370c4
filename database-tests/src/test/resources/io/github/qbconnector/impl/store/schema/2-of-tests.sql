-- What a later version could bring: a column, an index, a table.

ALTER TABLE qbc_connection ADD COLUMN note VARCHAR(40);

CREATE INDEX qbc_connection_note ON qbc_connection (note);

CREATE TABLE qbc_later (
  later_name VARCHAR(80) NOT NULL,
  PRIMARY KEY (later_name)
);

INSERT INTO qbc_schema (version) VALUES (1000);
