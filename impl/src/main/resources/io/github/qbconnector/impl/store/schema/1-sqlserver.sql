-- The tables of QuickBooks Connector, version 1. Applied at first use unless
-- quickbooks.store.create-schema=false. Times are epoch milliseconds. Tokens and links within
-- "content" are sealed with AES-256-GCM and useless without the configured keys.

CREATE TABLE qbc_connection (
  record_id   NVARCHAR(64) COLLATE Latin1_General_100_BIN2    NOT NULL,
  connector   NVARCHAR(40) COLLATE Latin1_General_100_BIN2    NOT NULL,
  owner_id    NVARCHAR(255) COLLATE Latin1_General_100_BIN2   NOT NULL,
  company_id  NVARCHAR(64) COLLATE Latin1_General_100_BIN2,
  revision    BIGINT         NOT NULL,
  content     NVARCHAR(MAX) COLLATE Latin1_General_100_BIN2 NOT NULL,
  key_id      NVARCHAR(40) COLLATE Latin1_General_100_BIN2    NOT NULL,
  due_at      BIGINT,
  evidence    NVARCHAR(40) COLLATE Latin1_General_100_BIN2,
  evidence_at BIGINT,
  changed_at  BIGINT         NOT NULL,
  PRIMARY KEY (record_id)
);

CREATE INDEX qbc_connection_company ON qbc_connection (connector, company_id);
CREATE INDEX qbc_connection_due ON qbc_connection (due_at);
CREATE INDEX qbc_connection_changed ON qbc_connection (changed_at);

-- What some node is doing at this moment.
CREATE TABLE qbc_lease (
  lease_name NVARCHAR(80) COLLATE Latin1_General_100_BIN2 NOT NULL,
  holder     NVARCHAR(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
  ends_at    BIGINT      NOT NULL,
  PRIMARY KEY (lease_name)
);

-- Used connect flows, callbacks that wait for a login, the name of this store.
CREATE TABLE qbc_value (
  value_name NVARCHAR(80) COLLATE Latin1_General_100_BIN2   NOT NULL,
  content    NVARCHAR(MAX) COLLATE Latin1_General_100_BIN2 NOT NULL,
  expires_at BIGINT        NOT NULL,
  PRIMARY KEY (value_name)
);

CREATE TABLE qbc_schema (
  version BIGINT NOT NULL,
  PRIMARY KEY (version)
);

INSERT INTO qbc_schema (version) VALUES (1);
