/**
 * The product's main job, in a real browser against the local Hub. With a display a person plays;
 * without one, or with `--journey`, the demo plays the journey itself and says how each step ended.
 */
import { buildAgainst } from '../../tests/hub/build-against.ts';
import { startHub } from '../../tests/hub/hub.ts';
import { CHROMIUM_REDIRECT_URI } from '../../utils/config/extension-ids.ts';
import { ensure } from '../tools/ensure.ts';
import { playJourney } from './journey.ts';
import { letPersonPlay } from './person.ts';

const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
const isJourney = !hasDisplay || process.argv.includes('--journey');

async function demo(): Promise<void> {
  const upstreamUrl = process.env['DEMO_UPSTREAM_URL'];
  const upstreamKey = process.env['DEMO_UPSTREAM_KEY'];
  const hub = await startHub({
    redirectUris: [CHROMIUM_REDIRECT_URI],
    ...(upstreamUrl ? { upstreamUrl } : {}),
    ...(upstreamKey ? { upstreamKey } : {}),
  });
  try {
    process.stdout.write(`Local Hub at ${hub.origin}. Building the extension against it…\n`);
    const extensionDir = await buildAgainst(hub, 'demo');
    await (isJourney ? playJourney(hub, extensionDir) : letPersonPlay(hub, extensionDir));
  } finally {
    await hub.close();
  }
}

try {
  const needed = isJourney ? (['chromium', 'xvfb', 'xdotool'] as const) : (['chromium'] as const);
  if (ensure(needed)) await demo();
  else process.exitCode = 1;
} catch (error) {
  process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
