import type { CdpConnection, Send } from './cdp-connection.ts';

/** What the console shows of a value: text as it is, an error with its causes, anything else as JSON. */
const TEXT_OF = `function () {
  const causes = [];
  for (let each = this; each instanceof Error; each = each.cause) causes.push(each.stack, each.message);
  const json = (() => { try { return JSON.stringify(this); } catch { return ''; } })();
  return [...causes, json].join(' ');
}`;

interface RemoteObject {
  /** There is one without an `objectId` only. */
  readonly value?: string | number | boolean | null;
  readonly description?: string;
  readonly objectId?: string;
}

/** The parts of the events that tell what was written. */
interface ConsoleEvent {
  readonly sessionId?: string;
  readonly args?: readonly RemoteObject[];
  readonly exceptionDetails?: { readonly text: string; readonly exception?: RemoteObject };
  readonly entry?: { readonly text: string; readonly url?: string };
}

const EVENTS = ['Runtime.consoleAPICalled', 'Runtime.exceptionThrown', 'Log.entryAdded'];

/**
 * What a document or worker has written to its console so far, with uncaught exceptions and the
 * browser's own remarks. Chromium keeps the last thousand, and tells them to a debugger that comes
 * later too.
 */
export async function consoleOf(connection: CdpConnection, targetId: string): Promise<string[]> {
  const events: ConsoleEvent[] = [];
  const before = connection.onEvent;
  connection.onEvent = (method, params) => {
    before(method, params);
    if (EVENTS.includes(method)) events.push(params);
  };
  try {
    return await connection.withSession(targetId, async (send) => {
      await send('Runtime.enable');
      // Not every kind of target has one.
      await send('Log.enable').catch(() => undefined);
      return Promise.all(events.map((event) => wordsOf(send, event)));
    });
  } finally {
    connection.onEvent = before;
  }
}

async function wordsOf(send: Send, event: ConsoleEvent): Promise<string> {
  const { args = [], exceptionDetails, entry } = event;
  const values = exceptionDetails?.exception ? [...args, exceptionDetails.exception] : args;
  const words = await Promise.all(values.map((value) => textOf(send, value)));
  return [...words, exceptionDetails?.text, entry?.text, entry?.url].filter(Boolean).join(' ');
}

async function textOf(send: Send, { value, description, objectId }: RemoteObject): Promise<string> {
  if (objectId === undefined) return value === undefined ? (description ?? '') : String(value);
  const whole = await send<{ result: RemoteObject }>('Runtime.callFunctionOn', {
    objectId,
    functionDeclaration: TEXT_OF,
    returnByValue: true,
  });
  return `${description ?? ''} ${String(whole.result.value)}`;
}
