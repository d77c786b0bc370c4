-- The tables of QuickBooks Connector, version 1. Applied at first use unless
-- quickbooks.store.create-schema=false. Plain SQL for every database; times are epoch
-- milliseconds; tokens and links are sealed with AES-256-GCM and useless without the configured
-- keys. A row without company_id is room that is reserved for a connection about to be made.

CREATE TABLE qbc_connection (
  connector         VARCHAR(40)   NOT NULL,
  owner_id          VARCHAR(255)  NOT NULL,
  company_id        VARCHAR(64),
  company_name      VARCHAR(255),
  binding           VARCHAR(512)  NOT NULL,
  connected_by      VARCHAR(255),
  connected_at      BIGINT,
  generation        BIGINT        NOT NULL,
  access_token      VARCHAR(8000),
  access_expires_at BIGINT,
  refresh_token     VARCHAR(2000),
  renewable_until   BIGINT,
  ends_at           BIGINT,
  link_url          VARCHAR(4000),
  link_opened_at    BIGINT,
  link_expires_at   BIGINT,
  ending_reason     VARCHAR(40),
  ending_at         BIGINT,
  ended_at          BIGINT,
  evidence          VARCHAR(40),
  evidence_at       BIGINT,
  lease_holder      VARCHAR(40),
  lease_until       BIGINT,
  PRIMARY KEY (connector, owner_id)
);

CREATE INDEX qbc_connection_company ON qbc_connection (connector, company_id);

CREATE TABLE qbc_flow (
  flow_id    VARCHAR(80)   NOT NULL,
  kind       VARCHAR(10)   NOT NULL,
  sealed     VARCHAR(8000),
  expires_at BIGINT        NOT NULL,
  PRIMARY KEY (flow_id)
);
