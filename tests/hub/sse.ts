import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Frame } from './chat-frames.ts';
import type { Exchange } from './exchange.ts';
import type { StreamFault } from './faults.ts';
import type { Gate } from './gate.ts';
import { pauseOf, type Pace } from './pace.ts';
import { noteSent, type RecordedChat } from './records.ts';

/** The pause between words that makes the streaming visible. */
const PAUSE_MS = 4;

interface StreamPlan {
  readonly headers: Readonly<Record<string, string>>;
  readonly frames: readonly Frame[];
  readonly fault: StreamFault | undefined;
  readonly gate: Gate;
  /** That of a visible stream when absent. */
  readonly pace?: Pace;
  /** Called right before each piece of text is sent, which is counted from 0. */
  readonly onSend?: ((index: number) => void) | undefined;
}

/**
 * Sends the frames as server-sent events (HTML standard, section "Server-sent events") and keeps
 * the record of the chat up to date; stops at once when the client has gone.
 */
export async function streamFrames(
  exchange: Exchange,
  chat: RecordedChat,
  plan: StreamPlan,
): Promise<void> {
  try {
    chat.state = await writeFrames(exchange, chat, plan);
  } catch (error) {
    if (!exchange.signal.aborted) throw error;
    chat.state = 'aborted';
  }
}

async function writeFrames(
  exchange: Exchange,
  chat: RecordedChat,
  { frames, headers, fault, gate, pace = pauseOf(PAUSE_MS), onSend }: StreamPlan,
): Promise<RecordedChat['state']> {
  const { response, signal } = exchange;
  const untilNext = fault?.kind === 'slow' ? pauseOf(fault.everyMs) : pace;
  const words = frames.filter(({ text }) => text !== '').length;
  // A break must come before the event that says the answer is complete.
  const at = fault === undefined || fault.kind === 'slow' ? -1 : Math.min(fault.afterChunks, words);
  await gate.pass(signal, 0);
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', ...headers });
  response.flushHeaders();
  let sentWords = 0;
  for (const [index, frame] of frames.entries()) {
    await gate.pass(signal, sentWords);
    if (index === at && fault !== undefined) {
      if (await breakStream(exchange, fault)) return 'faulted';
    }
    if (frame.text !== '') onSend?.(sentWords);
    response.write(`data: ${frame.data}\n\n`);
    noteSent(chat, frame.text);
    if (frame.text === '') continue;
    sentWords += 1;
    await untilNext(sentWords, signal);
  }
  response.end();
  return fault === undefined || fault.kind === 'slow' ? 'finished' : 'faulted';
}

/** Returns true when the stream is over with it. */
async function breakStream(exchange: Exchange, fault: StreamFault): Promise<boolean> {
  const { response, signal } = exchange;
  switch (fault.kind) {
    case 'cut':
      // What was written must be on its way before the connection goes.
      await new Promise<void>((resolve) => response.write(':\n\n', () => resolve()));
      await sleep(20, undefined, { signal });
      if (fault.isReset) exchange.reset();
      else exchange.cut();
      return true;
    case 'stream-error':
      response.end(`data: ${JSON.stringify({ error: fault.error })}\n\n`);
      return true;
    case 'stall':
      await once(response, 'close');
      signal.throwIfAborted();
      return true;
    case 'malformed':
      response.write('data: {"id":"broken","choices":[{"delta":\n\n');
      break;
    case 'slow':
      break;
  }
  return false;
}
