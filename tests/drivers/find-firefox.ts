import path from 'node:path';

import { isExecutable } from './find-chromium.ts';

/** Where Firefox is usually installed; the extended support release first, which changes least. */
function usualPlaces(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string[] {
  if (platform === 'darwin') return ['/Applications/Firefox.app/Contents/MacOS/firefox'];
  if (platform === 'win32') {
    return ['PROGRAMFILES', 'PROGRAMFILES(X86)'].flatMap((name) => {
      const folder = env[name];
      return folder ? [path.win32.join(folder, 'Mozilla Firefox', 'firefox.exe')] : [];
    });
  }
  const folders = ['/usr/bin', '/usr/local/bin', ...(env['PATH'] ?? '').split(':').filter(Boolean)];
  return ['firefox-esr', 'firefox'].flatMap((name) => folders.map((folder) => `${folder}/${name}`));
}

/**
 * The Firefox to use: `FIREFOX_PATH`, else the first of the usual places.
 * A `FIREFOX_PATH` that is no program is an error, not a reason to look elsewhere.
 */
export function findFirefox(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
  runs: (file: string) => boolean = isExecutable,
): string | undefined {
  const chosen = env['FIREFOX_PATH'];
  if (chosen) {
    if (runs(chosen)) return chosen;
    throw new Error(`FIREFOX_PATH names ${chosen}, which is not a program.`);
  }
  return usualPlaces(platform, env).find((file) => runs(file));
}
