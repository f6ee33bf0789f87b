/**
 * The product's main job, in a real browser against the local Hub. With a display a person plays;
 * without one, or with `--journey`, the demo plays the journey itself and says how each step ended.
 */
import { buildAgainst } from '../../tests/hub/build-against.ts';
import { startHub } from '../../tests/hub/hub.ts';
import { CHROMIUM_REDIRECT_URI } from '../../utils/config/extension-ids.ts';
import { playJourney } from './journey.ts';
import { letPersonPlay } from './person.ts';

const upstreamUrl = process.env['DEMO_UPSTREAM_URL'];
const upstreamKey = process.env['DEMO_UPSTREAM_KEY'];
const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);

const hub = await startHub({
  redirectUris: [CHROMIUM_REDIRECT_URI],
  ...(upstreamUrl ? { upstreamUrl } : {}),
  ...(upstreamKey ? { upstreamKey } : {}),
});
try {
  process.stdout.write(`Local Hub at ${hub.origin}. Building the extension against it…\n`);
  const extensionDir = await buildAgainst(hub, 'demo');
  if (hasDisplay && !process.argv.includes('--journey')) await letPersonPlay(hub, extensionDir);
  else await playJourney(hub, extensionDir);
} catch (error) {
  process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await hub.close();
}
