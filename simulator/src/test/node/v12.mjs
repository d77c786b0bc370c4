// conductor-node 12.43.0, of today's generation: health check, typed data, errors by status.

import Conductor from "conductor-node-12";
import {
  aPersonConnects,
  control,
  publishableKey,
  rejection,
  secretKey,
  simulator,
} from "./world.mjs";

const baseURL = `${simulator}/conductor/v1`;
const conductor = new Conductor({ apiKey: secretKey, baseURL, maxRetries: 0 });
const seen = {};

const fields = (error) => ({
  class: error.constructor.name,
  status: error.status,
  type: error.error?.error?.type ?? null,
  code: error.error?.error?.code ?? null,
  integrationCode: error.error?.error?.integrationCode ?? null,
  sameRequestId:
    error.error?.error?.requestId === error.headers["conductor-request-id"] &&
    error.error?.error?.requestId !== undefined,
});

const created = await conductor.endUsers.create({
  companyName: "Acme Inc.",
  sourceId: "node-12",
  email: "bob@example.com",
});
const id = created.id;
const conductorEndUserId = id;
seen.created = created;
seen.retrieved = (await conductor.endUsers.retrieve(id)).id === id;
seen.listed = (await conductor.endUsers.list()).data.length;
seen.notSetUp = await rejection(() => conductor.qbd.healthCheck({ conductorEndUserId }), fields);

const session = await conductor.authSessions.create({
  publishableKey,
  endUserId: id,
  linkExpiryMins: 15,
  redirectUrl: "http://localhost:9/back",
});
seen.person = await aPersonConnects(session.authFlowUrl);
seen.health = await conductor.qbd.healthCheck({ conductorEndUserId });
seen.connection = (await conductor.endUsers.retrieve(id)).integrationConnections[0];
seen.passthrough = Object.keys(
  await conductor.endUsers.passthrough(id, "quickbooks_desktop", { HostQueryRq: {} }),
);
seen.company = (await conductor.qbd.company.retrieve({ conductorEndUserId })).companyName;

await control(`/end-users/${id}/data`, { addInvoices: 300 });
seen.paged = 0;
seen.ids = new Set();
for await (const invoice of conductor.qbd.invoices.list({ conductorEndUserId, limit: 100 })) {
  seen.paged++;
  seen.ids.add(invoice.id);
}
seen.ids = seen.ids.size;

const customer = await conductor.qbd.customers.create({
  conductorEndUserId,
  name: "Node's own",
  billingAddress: { line1: "1 Road", city: "Milwaukee" },
});
seen.customer = {
  name: customer.fullName,
  objectType: customer.objectType,
  line1: customer.billingAddress.line1,
  line2: customer.billingAddress.line2,
};
const invoice = await conductor.qbd.invoices.create({
  conductorEndUserId,
  customerId: customer.id,
  transactionDate: "2026-01-31",
  lines: [{ itemId: "80000101-1500000000", quantity: 2, rate: "10.00" }],
});
seen.invoice = { subtotal: invoice.subtotal, lines: invoice.lines.length };
const updated = await conductor.qbd.invoices.update(invoice.id, {
  conductorEndUserId,
  revisionNumber: invoice.revisionNumber,
  memo: "changed",
});
seen.memo = updated.memo;
seen.stale = await rejection(
  () =>
    conductor.qbd.invoices.update(invoice.id, {
      conductorEndUserId,
      revisionNumber: invoice.revisionNumber,
      memo: "too late",
    }),
  fields,
);
seen.found = (await conductor.qbd.invoices.retrieve(invoice.id, { conductorEndUserId })).memo;
seen.invalid = await rejection(
  () => conductor.qbd.customers.create({ conductorEndUserId, name: "x".repeat(42) }),
  fields,
);
seen.deletedInvoice = await conductor.qbd.invoices.delete(invoice.id, { conductorEndUserId });

seen.states = {};
for (const state of ["STARTED", "OFFLINE", "DENIED", "MODAL_DIALOG", "TIMEOUT"]) {
  await control(`/end-users/${id}/state`, { state });
  seen.states[state] = await rejection(
    () => conductor.qbd.healthCheck({ conductorEndUserId }),
    fields,
  );
}
seen.badKey = await rejection(
  () => new Conductor({ apiKey: "sk_wrong", baseURL, maxRetries: 0 }).endUsers.list(),
  fields,
);
seen.deleted = await conductor.endUsers.delete(id);
seen.gone = await rejection(() => conductor.endUsers.retrieve(id), fields);
await control("/settings", { generation: "OLD" });
seen.notServed = await rejection(() => conductor.qbd.healthCheck({ conductorEndUserId }), fields);

console.log(JSON.stringify(seen));
