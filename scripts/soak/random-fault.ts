import type { Fault } from '../../tests/hub/hub.ts';
import type { Chance } from './chance.ts';

const PATH = '/v1/chat/completions';

/** Two in a row on one run end the session, as they should: a fresh token was refused. */
const UNAUTHORIZED_EVERY_MS = 10_000;

let lastUnauthorized = 0;

/** Something that goes wrong with the next chat, or only takes its time. */
export function randomFault(chance: Chance): Fault {
  const afterChunks = chance.between(0, 60);
  const slow = (): Fault => ({ kind: 'slow', path: PATH, everyMs: chance.between(8, 40) });
  return chance.of<() => Fault>([
    slow,
    slow,
    slow,
    () => status(chance),
    () => status(chance),
    () => ({ kind: 'html', path: PATH, status: chance.of([200, 502]) }),
    () => ({ kind: 'reset', path: PATH }),
    () => ({ kind: 'silent', path: PATH }),
    () => ({ kind: 'raw', path: PATH, contentType: 'application/json', body: '{"broken":' }),
    () => ({ kind: 'cut', path: PATH, afterChunks }),
    () => ({ kind: 'cut', path: PATH, afterChunks }),
    () => ({ kind: 'cut', path: PATH, afterChunks, isReset: true }),
    () => ({ kind: 'stream-error', path: PATH, afterChunks, error: { message: 'out of memory' } }),
    () => ({ kind: 'malformed', path: PATH, afterChunks }),
    () => ({ kind: 'stall', path: PATH, afterChunks }),
  ])();
}

function status(chance: Chance): Fault {
  let code = chance.of([401, 402, 404, 413, 422, 429, 500, 502, 503, 504]);
  if (code === 401) {
    if (Date.now() - lastUnauthorized < UNAUTHORIZED_EVERY_MS) code = 500;
    else lastUnauthorized = Date.now();
  }
  const headers = code === 429 ? { 'retry-after': '1' } : undefined;
  const body = { error: `made up, with status ${code}` };
  return { kind: 'status', path: PATH, status: code, body, ...(headers && { headers }) };
}
