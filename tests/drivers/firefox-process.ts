import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { LaunchOptions } from './driver.ts';
import { findFirefox } from './find-firefox.ts';
import { NO_LIMIT_MS } from './firefox-connection.ts';
import { writePreferences } from './firefox-profile.ts';
import { MarionetteConnection } from './marionette-connection.ts';
import { poll } from './poll.ts';

/** A running Firefox with a connection to it. */
export interface FirefoxProcess {
  readonly connection: MarionetteConnection;
  close(): Promise<void>;
  /** Ends it by SIGKILL, and its keeper with it: a temporary profile stays. */
  kill(): Promise<void>;
}

/**
 * Runs Firefox until its own standard input ends, which it does however this process ends, and
 * removes the profile if it may: Firefox, unlike Chromium, outlives those who drive it. It gets
 * five seconds to end by itself.
 */
const KEEPER = `
  temporary=$1; shift
  "$@" & browser=$!
  cat
  kill $browser 2>/dev/null
  (sleep 5; kill -9 $browser 2>/dev/null) & deadline=$!
  wait $browser; kill $deadline 2>/dev/null
  if [ -n "$temporary" ]; then rm -rf "$temporary"; fi`;

const PORT_FILE = 'MarionetteActivePort';

async function connect(profile: string): Promise<MarionetteConnection> {
  return poll(
    'Firefox to listen',
    async () => {
      const port = await readFile(path.join(profile, PORT_FILE), 'utf8');
      return MarionetteConnection.connect(Number(port));
    },
    { timeoutMs: 60_000 },
  );
}

/** Starts Firefox and connects to it, with leave to drive its own windows too. */
export async function startFirefox(options: LaunchOptions): Promise<FirefoxProcess> {
  const program = findFirefox();
  if (program === undefined) throw new Error('No Firefox found; FIREFOX_PATH can name one.');
  const temporary = options.userDataDir === undefined;
  const profile = options.userDataDir ?? mkdtempSync(path.join(tmpdir(), 'companion-profile-'));
  writePreferences(profile, options);
  // A browser that was killed has left its own there.
  rmSync(path.join(profile, PORT_FILE), { force: true });
  const flags = ['--marionette', '--remote-allow-system-access', '--no-remote'];
  const size = ['--width', '1280', '--height', '860'];
  const page = [
    ...(options.privateBrowsing === 'window' ? ['--private-window'] : []),
    'about:blank',
  ];
  const command = [program, ...flags, ...size, '--profile', profile, ...page];
  const keeper = spawn('sh', ['-c', KEEPER, 'sh', temporary ? profile : '', ...command], {
    stdio: ['pipe', 'ignore', 'ignore'],
    // Detached, so that Ctrl+C in the terminal does not kill the keeper before it has cleaned up.
    detached: true,
    env: {
      ...process.env,
      DISPLAY: options.display.name,
      GDK_BACKEND: 'x11',
      MOZ_ENABLE_WAYLAND: '0',
      // Real pointers and keys need windows: even an empty value would hide them.
      MOZ_HEADLESS: undefined,
    },
  });
  const stop = async (): Promise<void> => {
    if (keeper.exitCode !== null || keeper.signalCode !== null) return;
    const ended = once(keeper, 'exit');
    keeper.stdin?.end();
    await ended;
  };
  try {
    const connection = await connect(profile);
    await connection.send('WebDriver:NewSession');
    await connection.send('Marionette:SetContext', { value: 'chrome' });
    await connection.send('WebDriver:SetTimeouts', { script: NO_LIMIT_MS });
    return {
      connection,
      async close() {
        connection.close();
        await stop();
      },
      async kill() {
        const ended = once(keeper, 'exit');
        // The keeper leads the group, and the browser is in it.
        if (keeper.pid !== undefined) process.kill(-keeper.pid, 'SIGKILL');
        await ended;
        connection.close();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
