// What both scripts need of the world around the client: the simulator, and a person.

export const simulator = process.env.SIMULATOR;
export const secretKey = "sk_conductor_sim";
export const publishableKey = "pk_conductor_sim";

/** A person opens the hosted page and finishes it; answers where the browser is sent. */
export async function aPersonConnects(authFlowUrl) {
  const page = await fetch(authFlowUrl);
  const answer = await fetch(authFlowUrl, {
    method: "POST",
    redirect: "manual",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: "decision=connect",
  });
  return { page: page.status, status: answer.status, location: answer.headers.get("location") };
}

/** Something happens on the user's machine. */
export async function control(path, body) {
  const answer = await fetch(`${simulator}/control/conductor${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) {
    throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  }
}

/** What a call is rejected with, as far as this function picks it. */
export async function rejection(call, pick) {
  try {
    await call();
  } catch (error) {
    return pick(error);
  }
  throw new Error("The call should have been rejected.");
}
