-- The tables of QuickBooks Connector, version 1. Applied at first use unless
-- quickbooks.store.create-schema=false. Times are epoch milliseconds. Tokens and links within
-- "content" are sealed with AES-256-GCM and useless without the configured keys.

CREATE TABLE qbc_connection (
  record_id   VARCHAR2(64 CHAR)    NOT NULL,
  connector   VARCHAR2(40 CHAR)    NOT NULL,
  owner_id    VARCHAR2(255 CHAR)   NOT NULL,
  company_id  VARCHAR2(64 CHAR),
  revision    NUMBER(19)         NOT NULL,
  content     CLOB NOT NULL,
  key_id      VARCHAR2(40 CHAR)    NOT NULL,
  due_at      NUMBER(19),
  evidence    VARCHAR2(40 CHAR),
  evidence_at NUMBER(19),
  changed_at  NUMBER(19)         NOT NULL,
  PRIMARY KEY (record_id)
);

CREATE INDEX qbc_connection_company ON qbc_connection (connector, company_id);
CREATE INDEX qbc_connection_due ON qbc_connection (due_at);
CREATE INDEX qbc_connection_changed ON qbc_connection (changed_at);

-- What some node is doing at this moment.
CREATE TABLE qbc_lease (
  lease_name VARCHAR2(80 CHAR) NOT NULL,
  holder     VARCHAR2(40 CHAR) NOT NULL,
  ends_at    NUMBER(19)      NOT NULL,
  PRIMARY KEY (lease_name)
);

-- Used connect flows, callbacks that wait for a login, the name of this store.
CREATE TABLE qbc_value (
  value_name VARCHAR2(80 CHAR)   NOT NULL,
  content    CLOB NOT NULL,
  expires_at NUMBER(19)        NOT NULL,
  PRIMARY KEY (value_name)
);

CREATE TABLE qbc_schema (
  version NUMBER(19) NOT NULL,
  PRIMARY KEY (version)
);

INSERT INTO qbc_schema (version) VALUES (1);
