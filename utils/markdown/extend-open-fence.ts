import type { Token, Tokens } from 'marked';
import { isMarkedToken } from './marked-token';

const OPENING = /^(`{3,}|~{3,})[^\n]*\n/;

function hasClosingLine(lines: string, fence: string): boolean {
  return new RegExp(`^ {0,3}${fence}+ *$`, 'm').test(lines);
}

/** Where the last line begins that is not empty; marked may add line endings after a closing fence. */
function findLastLine(raw: string): number {
  let end = raw.length;
  while (end > 0 && raw[end - 1] === '\n') end -= 1;
  return raw.lastIndexOf('\n', end - 1) + 1;
}

/** The code of a fence that has not been closed: marked drops one line ending, then keeps the others. */
function openFenceText(body: string): string {
  const text = body.endsWith('\n') ? body.slice(0, -1) : body;
  return text === '' || text.endsWith('\n') ? `${text}\n` : text;
}

/**
 * A code block whose fence is still open after `added` follows it, made without lexing it again;
 * undefined if `token` is anything else or if `added` closes it. This keeps a very long code block
 * linear while it streams. Fences that are indented are left to the lexer.
 */
export function extendOpenFence(token: Token | undefined, added: string): Tokens.Code | undefined {
  if (!token || !isMarkedToken(token) || token.type !== 'code' || token.codeBlockStyle)
    return undefined;
  const opening = OPENING.exec(token.raw);
  const fence = opening?.[1];
  if (!opening || !fence) return undefined;
  const start = opening[0].length;
  const raw = token.raw + added;
  if (hasClosingLine(raw.slice(Math.max(start, findLastLine(token.raw))), fence)) return undefined;
  return { ...token, raw, text: openFenceText(raw.slice(start)) };
}
