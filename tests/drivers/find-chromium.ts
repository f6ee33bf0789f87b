import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/**
 * Where Chromium is usually installed. Branded Chrome and Edge are left out on purpose: they ignore
 * `--load-extension`, so they can't run an unpacked build from the command line.
 */
function usualPlaces(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string[] {
  if (platform === 'darwin') {
    const inApplications = 'Applications/Chromium.app/Contents/MacOS/Chromium';
    return [`/${inApplications}`, `${env['HOME'] ?? ''}/${inApplications}`];
  }
  if (platform === 'win32') {
    return ['LOCALAPPDATA', 'PROGRAMFILES', 'PROGRAMFILES(X86)'].flatMap((name) => {
      const folder = env[name];
      return folder ? [path.win32.join(folder, 'Chromium', 'Application', 'chrome.exe')] : [];
    });
  }
  const inPath = (env['PATH'] ?? '').split(':').filter(Boolean);
  return [
    ...['/usr/bin', '/usr/local/bin', ...inPath].flatMap((folder) => [
      `${folder}/chromium`,
      `${folder}/chromium-browser`,
    ]),
    '/usr/lib/chromium/chromium',
    '/usr/lib64/chromium-browser/chromium-browser',
  ];
}

/** Whether a file is there and may be run. */
export function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The Chromium to use: `CHROMIUM_PATH`, else the first of the usual places.
 * A `CHROMIUM_PATH` that is no program is an error, not a reason to look elsewhere.
 */
export function findChromium(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
  runs: (file: string) => boolean = isExecutable,
): string | undefined {
  const chosen = env['CHROMIUM_PATH'];
  if (chosen) {
    if (runs(chosen)) return chosen;
    throw new Error(`CHROMIUM_PATH names ${chosen}, which is not a program.`);
  }
  return usualPlaces(platform, env).find((file) => runs(file));
}
