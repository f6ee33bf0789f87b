import { setTimeout as sleep } from 'node:timers/promises';
import type { Exchange } from './exchange.ts';
import { isWholeFault, type StreamFault, type WholeFault } from './faults.ts';
import { send, sendHtml, sendJson } from './respond.ts';

/**
 * Answers a request that is no stream with its armed fault.
 * Returns true when the request has been dealt with, false when the normal answer is due.
 */
export async function applyFault(exchange: Exchange): Promise<boolean> {
  const { fault } = exchange;
  if (fault === undefined) return false;
  if (isWholeFault(fault)) {
    await exchange.readBody();
    applyWholeFault(exchange, fault);
    return true;
  }
  return applyStreamFault(exchange, fault);
}

/** Sends the answer that the fault describes; `silent` sends nothing and leaves the line open. */
export function applyWholeFault(exchange: Exchange, fault: WholeFault): void {
  const { response } = exchange;
  switch (fault.kind) {
    case 'status':
      if (typeof fault.body === 'string') {
        send(response, fault.status, fault.body, {
          'content-type': 'text/plain; charset=utf-8',
          ...fault.headers,
        });
      } else {
        sendJson(response, fault.status, fault.body, fault.headers);
      }
      return;
    case 'html':
      sendHtml(response, fault.status, gatewayPage(fault.status));
      return;
    case 'raw':
      send(response, 200, fault.body, { 'content-type': fault.contentType });
      return;
    case 'redirect':
      send(response, 302, '', { location: fault.location });
      return;
    case 'silent':
      return;
    case 'reset':
      exchange.reset();
      return;
  }
}

// Stream faults keep their sense where the answer is a single JSON document.
async function applyStreamFault(exchange: Exchange, fault: StreamFault): Promise<boolean> {
  if (fault.kind === 'slow') {
    await sleep(fault.everyMs, undefined, { signal: exchange.signal });
    return false;
  }
  await exchange.readBody();
  const { response } = exchange;
  switch (fault.kind) {
    case 'stream-error':
      sendJson(response, 200, { error: fault.error });
      break;
    case 'malformed':
      send(response, 200, '{"broken":', { 'content-type': 'application/json' });
      break;
    case 'cut':
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
      response.write('{"part":', () => exchange.cut());
      break;
    case 'stall':
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
      response.write('{"part":');
      break;
  }
  return true;
}

function gatewayPage(status: number): string {
  return `<html>\n<head><title>${status} Gateway Time-out</title></head>\n<body>\n<center><h1>${status} Gateway Time-out</h1></center>\n</body>\n</html>\n`;
}
