// conductor-node 11.6.15, the last of its generation: ping, requests of qbXML, typed errors.

import Conductor from "conductor-node-11";
import {
  aPersonConnects,
  control,
  publishableKey,
  rejection,
  secretKey,
} from "./world.mjs";

// Node hands a CommonJS module over as it is, and this one is its own default.
const Client = Conductor.default ?? Conductor;
const conductor = new Client(secretKey);
const seen = {};

const fields = (error) => ({
  class: error.constructor.name,
  code: error.code,
  httpStatusCode: error.httpStatusCode,
  integrationCode: error.integrationCode ?? null,
  hasRequestId: error.requestId?.startsWith("req_") ?? false,
  userFacingMessage: error.userFacingMessage,
});

const created = await conductor.endUsers.create({
  companyName: "Acme Inc.",
  sourceId: "node-11",
  email: "bob@example.com",
});
const id = created.id;
seen.created = created;
seen.retrieved = (await conductor.endUsers.retrieve(id)).id === id;
seen.listed = (await conductor.endUsers.list()).data.length;
seen.again = await rejection(
  () =>
    conductor.endUsers.create({
      companyName: "Again",
      sourceId: "node-11",
      email: "bob@example.com",
    }),
  fields,
);
seen.missing = await rejection(() => conductor.endUsers.retrieve("end_usr_nobody"), fields);
seen.notSetUp = await rejection(
  () => conductor.endUsers.ping(id, "quickbooks_desktop"),
  fields,
);
seen.isTyped = await rejection(
  () => conductor.endUsers.ping(id, "quickbooks_desktop"),
  (error) => error instanceof Client.ConductorIntegrationConnectionError,
);

const session = await conductor.authSessions.create({
  publishableKey,
  endUserId: id,
  linkExpiryMins: 60,
  redirectUrl: "http://localhost:9/back",
});
seen.sameSession =
  JSON.stringify(await conductor.authSessions.retrieve(session.id)) === JSON.stringify(session);
seen.person = await aPersonConnects(session.authFlowUrl);
seen.ping = await conductor.endUsers.ping(id, "quickbooks_desktop");

seen.company = (await conductor.qbd.company.query(id)).CompanyName;
const invoices = await conductor.qbd.invoice.query(id, { MaxReturned: 10 });
seen.invoices = invoices.length;
const customer = await conductor.qbd.customer.add(id, { Name: "Node's own" });
const invoice = await conductor.qbd.invoice.add(id, {
  CustomerRef: { ListID: customer.ListID },
  InvoiceLineAdd: [{ ItemRef: { FullName: "Consulting" }, Quantity: 2, Rate: "10.00" }],
});
seen.invoice = { subtotal: invoice.Subtotal, customer: invoice.CustomerRef.FullName };
const modified = await conductor.qbd.invoice.mod(id, {
  TxnID: invoice.TxnID,
  EditSequence: invoice.EditSequence,
  Memo: "changed",
});
seen.memo = modified.Memo;
seen.stale = await rejection(
  () =>
    conductor.qbd.invoice.mod(id, {
      TxnID: invoice.TxnID,
      EditSequence: invoice.EditSequence,
      Memo: "too late",
    }),
  fields,
);
// This client takes an empty result for no answer at all.
seen.empty = await rejection(
  () =>
    conductor.qbd.customer.query(id, {
      NameFilter: { MatchCriterion: "Contains", Name: "nobody" },
    }),
  fields,
);

seen.states = {};
for (const state of ["OFFLINE", "DENIED", "WRONG_FILE", "TIMEOUT"]) {
  await control(`/end-users/${id}/state`, { state });
  seen.states[state] = await rejection(
    () => conductor.endUsers.ping(id, "quickbooks_desktop"),
    fields,
  );
}
await control(`/end-users/${id}/state`, { state: "ACTIVE" });
seen.badKey = await rejection(() => new Client("sk_wrong").endUsers.list(), fields);
await control("/settings", { generation: "CURRENT" });
seen.notServed = await rejection(
  () => conductor.endUsers.ping(id, "quickbooks_desktop"),
  fields,
);

console.log(JSON.stringify(seen));
