import { execFile } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What a build reads, unset: empty rather than absent, so that no `.env` file fills it in either. */
const PLAIN = {
  OAUTH_CLIENT_ID: '',
  OAUTH_CLIENT_SECRET: '',
  OAUTH_SCOPES: '',
  OPENID_PROVIDER_URL: '',
  INFERENCE_ROUTER_URL: '',
  EXTRA_INFERENCE_ORIGINS: '',
  ONLY_LOCALE: '',
};

/**
 * Builds the extension for production, with WXT as for a store.
 *
 * @param mode names the output folder, `.output/<browser>-mv3-<mode>`
 * @param environment the variables of the build; all others are unset, whatever the shell has
 * @returns the folder of the unpacked extension
 */
export async function buildExtension(
  mode: string,
  environment: Record<string, string> = {},
  browser: 'chrome' | 'firefox' = 'chrome',
): Promise<string> {
  const wxt = path.join(ROOT, 'node_modules/wxt/bin/wxt.mjs');
  await promisify(execFile)(
    process.execPath,
    [wxt, 'build', '--mode', mode, '--browser', browser, '--mv3'],
    {
      cwd: ROOT,
      // Vitest sets NODE_ENV to `test`, and the build would then be one for tests.
      env: { ...process.env, NODE_ENV: 'production', ...PLAIN, ...environment },
    },
  );
  return path.join(ROOT, `.output/${browser}-mv3-${mode}`);
}
