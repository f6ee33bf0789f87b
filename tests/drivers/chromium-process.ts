import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';

import { CdpConnection } from './cdp-connection.ts';
import { findChromium } from './find-chromium.ts';

/** Nothing of the browser's own may talk, ask or get in the way. */
const QUIET = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-search-engine-choice-screen',
  '--hide-crash-restore-bubble',
  '--password-store=basic',
  '--use-mock-keychain',
];

/** The first makes `--load-extension` work at all, the others would put bubbles over the page. */
const FEATURES_OFF = ['DisableLoadExtensionCommandLineSwitch', 'Translate', 'MediaRouter'];

/** A running Chromium with a connection to it. */
export interface ChromiumProcess {
  readonly connection: CdpConnection;
  /** Resolves when the browser has ended, whoever ended it. */
  readonly closed: Promise<void>;
  close(): Promise<void>;
  /** Ends it by SIGKILL. */
  kill(): Promise<void>;
}

export interface ProcessOptions {
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** Kept when given; otherwise a temporary one, removed at the end. */
  readonly userDataDir?: string | undefined;
}

function flags(userDataDir: string, args: readonly string[]): string[] {
  // Chromium refuses to run as root with its sandbox. Its warning bar about that stays: the flag
  // that hides it, --test-type, keeps service workers alive for ever.
  const isRoot = process.getuid?.() === 0;
  return [
    ...QUIET,
    ...(isRoot ? ['--no-sandbox'] : []),
    `--disable-features=${FEATURES_OFF.join(',')}`,
    `--user-data-dir=${userDataDir}`,
    '--remote-debugging-pipe',
    ...args,
  ];
}

function killGroup(browser: ChildProcess): void {
  if (browser.pid === undefined) return;
  try {
    if (process.platform === 'win32') browser.kill('SIGKILL');
    else process.kill(-browser.pid, 'SIGKILL');
  } catch {
    // Already gone, which is what was wanted.
  }
}

async function stop(browser: ChildProcess, connection: CdpConnection): Promise<void> {
  if (browser.exitCode === null && browser.signalCode === null) {
    const exited = once(browser, 'exit');
    connection.send('Browser.close').catch(() => undefined);
    await Promise.race([exited, delay(5_000, undefined, { ref: false })]);
  }
  killGroup(browser);
}

/** Starts Chromium in a process group of its own and connects to it. */
export async function startChromium(options: ProcessOptions): Promise<ChromiumProcess> {
  const program = findChromium();
  if (program === undefined) throw new Error('No Chromium found; CHROMIUM_PATH can name one.');
  const profile = options.userDataDir ?? mkdtempSync(path.join(tmpdir(), 'companion-profile-'));
  const browser = spawn(program, flags(profile, options.args), {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    env: options.env ?? process.env,
    detached: process.platform !== 'win32',
  });
  const removeProfile = (): void => {
    if (options.userDataDir !== undefined) return;
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
  const atExit = (): void => {
    killGroup(browser);
    removeProfile();
  };
  process.on('exit', atExit);
  const failed = new Promise<never>((_resolve, reject) => {
    browser.once('error', reject);
  });
  const [, , , toBrowser, fromBrowser] = browser.stdio;
  if (!(toBrowser instanceof Writable && fromBrowser instanceof Readable)) {
    throw new TypeError('Chromium was started without its pipes');
  }
  const connection = new CdpConnection(toBrowser, fromBrowser);
  await Promise.race([connection.send('Browser.getVersion'), failed]);
  const closed = once(browser, 'exit').then(() => undefined);
  const cleanUp = (): void => {
    process.off('exit', atExit);
    removeProfile();
  };
  return {
    connection,
    closed,
    async close() {
      await stop(browser, connection);
      cleanUp();
    },
    async kill() {
      killGroup(browser);
      await closed;
      cleanUp();
    },
  };
}
