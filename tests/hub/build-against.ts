import { execFile } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Hub } from './hub.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Builds the extension against a local Hub: the same production build as for a store, with other
 * origins.
 *
 * @param mode names the output folder, `.output/chrome-mv3-<mode>`
 * @returns the folder of the unpacked extension
 */
export async function buildAgainst(
  hub: Hub,
  mode: string,
  environment: Record<string, string> = {},
): Promise<string> {
  await promisify(execFile)(
    process.execPath,
    [path.join(ROOT, 'node_modules/wxt/bin/wxt.mjs'), 'build', '--mode', mode],
    {
      cwd: ROOT,
      env: {
        ...process.env,
        // Vitest sets it to `test`, and the build would then be one for tests.
        NODE_ENV: 'production',
        OAUTH_CLIENT_ID: hub.clientId,
        OPENID_PROVIDER_URL: hub.origin,
        INFERENCE_ROUTER_URL: hub.routerOrigin,
        EXTRA_INFERENCE_ORIGINS: hub.picturesOrigin,
        ...environment,
      },
    },
  );
  return path.join(ROOT, `.output/chrome-mv3-${mode}`);
}
