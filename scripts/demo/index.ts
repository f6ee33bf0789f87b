/**
 * The product's main job, in a real browser against the local Hub. With a display a person plays;
 * without one, or with `--journey`, the demo plays the journey itself and says how each step ended.
 */
import { buildAgainst } from '../../tests/hub/build-against.ts';
import { startHub } from '../../tests/hub/hub.ts';
import { ensure } from '../tools/ensure.ts';
import { readArguments } from './arguments.ts';
import { BROWSERS, hasDisplay, toolsFor, type BrowserName } from './browsers.ts';
import { playJourney } from './journey.ts';
import { letPersonPlay } from './person.ts';

async function demo(name: BrowserName, isJourney: boolean): Promise<void> {
  const browser = BROWSERS[name];
  const upstreamUrl = process.env['DEMO_UPSTREAM_URL'];
  const upstreamKey = process.env['DEMO_UPSTREAM_KEY'];
  const hub = await startHub({
    redirectUris: [browser.redirectUri],
    ...(upstreamUrl ? { upstreamUrl } : {}),
    ...(upstreamKey ? { upstreamKey } : {}),
  });
  try {
    process.stdout.write(`Local Hub at ${hub.origin}. Building the extension against it…\n`);
    const extensionDir = await buildAgainst(hub, 'demo', {}, { browser: browser.target });
    await (isJourney
      ? playJourney(browser, hub, extensionDir)
      : letPersonPlay(name, hub, extensionDir));
  } finally {
    await hub.close();
  }
}

try {
  const { browser, isJourney: isAsked } = readArguments(process.argv.slice(2));
  const isJourney = isAsked || !hasDisplay(browser, process.platform, process.env);
  if (ensure(toolsFor(browser, isJourney))) await demo(browser, isJourney);
  else process.exitCode = 1;
} catch (error) {
  process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
