-- A later version, as a test imagines it.

ALTER TABLE qbc_connection ADD COLUMN remark VARCHAR(40);

CREATE TABLE qbc_remark (
  remark_name VARCHAR(80) NOT NULL,
  PRIMARY KEY (remark_name)
);

INSERT INTO qbc_schema (version) VALUES (2);
