// Requests to the API. A refused key or an ended sign-in is asked for again, and what was under way goes on.
import { say } from "../words";
import { key, renewed, signedInAgain } from "./session";

/** Where the site lets its directory's members in only, the answer to whoever is not signed in there. */
export const notSignedIn = "urn:kapfunctions:problem:not-signed-in";

/** The server said no. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
    /** The version that stands there, where the answer names one. */
    readonly etag: string | null,
  ) {
    super(message);
  }
}

/** Nothing answered. */
export class OfflineError extends Error {
  constructor() {
    super(say.unanswered);
  }
}

/** Whether trying again later may help. */
export const isTemporary = (error: unknown): boolean =>
  error instanceof OfflineError || (error instanceof ApiError && (error.status >= 500 || error.status === 429));

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

export interface Ask {
  headers?: Record<string, string>;
  body?: BodyInit;
  /** Statuses that are answers here, not errors. */
  also?: number[];
  signal?: AbortSignal;
}

export async function send(method: string, address: string, ask: Ask = {}): Promise<Response> {
  for (;;) {
    const used = key.value;
    if (used === null) {
      await renewed(null);
      continue;
    }

    const response = await reach(method, address, ask, used);
    if (response.ok || ask.also?.includes(response.status)) {
      return response;
    }

    const problem = await problemOf(response);
    if (problem?.type === notSignedIn) {
      await signedInAgain();
    } else if (response.status === 401) {
      await renewed(used);
    } else {
      throw new ApiError(response.status, problem?.detail ?? say.answered(response.status), response.headers.get("ETag"));
    }
  }
}

export async function getJson<T>(address: string, ask?: Ask): Promise<T> {
  return (await send("GET", address, ask)).json();
}

export async function postJson<T>(address: string, data: unknown, ask: Ask = {}): Promise<T> {
  const headers = { ...ask.headers, "Content-Type": "application/json" };
  return (await send("POST", address, { ...ask, headers, body: JSON.stringify(data) })).json();
}

async function reach(method: string, address: string, ask: Ask, used: string): Promise<Response> {
  try {
    return await fetch(address, {
      method,
      headers: used === "" ? ask.headers : { ...ask.headers, "x-functions-key": used },
      body: ask.body,
      signal: ask.signal,
      cache: "no-store",
      // The platform's sign-in, where there is one, is a cookie of this site.
      credentials: "same-origin",
    });
  } catch (error) {
    throw ask.signal?.aborted ? error : new OfflineError();
  }
}

interface ProblemDocument {
  type?: string;
  detail?: string;
}

/** What the server says is wrong; null where the answer came from something else. */
export const problemOf = (response: Response): Promise<ProblemDocument | null> => response.json().catch(() => null);
