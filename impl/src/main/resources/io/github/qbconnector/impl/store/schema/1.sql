-- The tables of QuickBooks Connector, version 1. Applied at first use unless
-- quickbooks.store.create-schema=false. Times are epoch milliseconds. Tokens and links within
-- "content" are sealed with AES-256-GCM and useless without the configured keys.

CREATE TABLE qbc_connection (
  record_id   VARCHAR(64)    NOT NULL,
  connector   VARCHAR(40)    NOT NULL,
  owner_id    VARCHAR(255)   NOT NULL,
  company_id  VARCHAR(64),
  revision    BIGINT         NOT NULL,
  content     VARCHAR(12000) NOT NULL,
  key_id      VARCHAR(40)    NOT NULL,
  due_at      BIGINT,
  evidence    VARCHAR(40),
  evidence_at BIGINT,
  changed_at  BIGINT         NOT NULL,
  PRIMARY KEY (record_id)
);

CREATE INDEX qbc_connection_company ON qbc_connection (connector, company_id);
CREATE INDEX qbc_connection_due ON qbc_connection (due_at);
CREATE INDEX qbc_connection_changed ON qbc_connection (changed_at);

-- What some node is doing at this moment.
CREATE TABLE qbc_lease (
  lease_name VARCHAR(80) NOT NULL,
  holder     VARCHAR(40) NOT NULL,
  ends_at    BIGINT      NOT NULL,
  PRIMARY KEY (lease_name)
);

-- Used connect flows, callbacks that wait for a login, the name of this store.
CREATE TABLE qbc_value (
  value_name VARCHAR(80)   NOT NULL,
  content    VARCHAR(8000) NOT NULL,
  expires_at BIGINT        NOT NULL,
  PRIMARY KEY (value_name)
);

CREATE TABLE qbc_schema (
  version BIGINT NOT NULL,
  PRIMARY KEY (version)
);

INSERT INTO qbc_schema (version) VALUES (1);
