/** Makes sure, before the browser tests, that they have their browser, screen and hands. */
import { ensure } from './tools/ensure.ts';

if (!ensure(['chromium', 'firefox', 'xvfb', 'xdotool'])) process.exitCode = 1;
