import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Hub } from '../../tests/hub/hub.ts';
import { signIn } from '../../tests/hub/sign-in.ts';
import { CHROMIUM_REDIRECT_URI } from '../../utils/config/extension-ids.ts';

const SOURCE = fileURLToPath(new URL('../../tests/bench/floor/', import.meta.url));
const FOLDER = fileURLToPath(new URL('../../.output/bench-floor/', import.meta.url));

/** Copies the floor extension and tells it, signed in already, where the Hub is. @returns its folder */
export async function makeFloor(hub: Hub): Promise<string> {
  const { access_token: token } = await signIn(hub, { redirectUri: CHROMIUM_REDIRECT_URI });
  await rm(FOLDER, { recursive: true, force: true });
  await cp(SOURCE, FOLDER, { recursive: true });
  for (const name of ['background.js', 'sidepanel.js']) {
    const file = path.join(FOLDER, name);
    const code = await readFile(file, 'utf8');
    await writeFile(
      file,
      code
        .replaceAll('CHAT_URL', `${hub.routerOrigin}/v1/chat/completions`)
        .replaceAll('ACCESS_TOKEN', token)
        .replaceAll('MODEL', 'demo/extractive'),
    );
  }
  return FOLDER;
}
