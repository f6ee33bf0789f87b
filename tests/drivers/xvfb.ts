import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';

import type { Display } from './driver.ts';

/** A virtual screen of our own. */
export interface VirtualDisplay extends Display {
  readonly framebuffer: string;
  stop(): Promise<void>;
}

/**
 * Runs Xvfb until its own standard input ends, which it does however this process ends, and
 * removes the folder of the screen.
 */
const KEEPER = `
  folder=$1; shift
  Xvfb "$@" & server=$!
  exec 3>&-
  cat
  kill $server; wait $server; rm -rf "$folder"`;

/** Reads the number that Xvfb writes once it takes clients. */
async function displayNumber(output: Readable): Promise<string> {
  let text = '';
  for await (const chunk of output) {
    text += String(chunk);
    if (text.endsWith('\n')) return text.trim();
  }
  throw new Error('Xvfb did not start');
}

/** Starts Xvfb on a free display number, which it chooses itself, with its screen in a file. */
export async function startXvfb(size = '1400x900x24'): Promise<VirtualDisplay> {
  const folder = mkdtempSync(path.join(tmpdir(), 'companion-xvfb-'));
  // `-r`: on a busy machine a key is held long enough to repeat, and the letter of a shortcut gets typed.
  const options = ['-r', '-nolisten', 'tcp'];
  const server = ['-displayfd', '3', '-screen', '0', size, '-fbdir', folder, ...options];
  // Detached, so that Ctrl+C in the terminal does not kill the keeper before it has cleaned up.
  const keeper = spawn('sh', ['-c', KEEPER, 'sh', folder, ...server], {
    stdio: ['pipe', 'ignore', 'ignore', 'pipe'],
    detached: true,
  });
  const stop = async (): Promise<void> => {
    const ended = once(keeper, 'exit');
    keeper.stdin?.end();
    await ended;
  };
  const output = keeper.stdio[3];
  if (!(output instanceof Readable)) throw new TypeError('Xvfb was started without its pipe');
  try {
    const number = await displayNumber(output);
    return { name: `:${number}`, framebuffer: path.join(folder, 'Xvfb_screen0'), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
