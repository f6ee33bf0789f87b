import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const OUTPUT = '.output/chrome-mv3';

/** The scripts that a page loads before it is shown: its own and what they import, not what they import later. */
function firstLoad(page) {
  const html = readFileSync(`${OUTPUT}/${page}.html`, 'utf8');
  const found = new Set();
  const queue = [...html.matchAll(/<script[^>]+src="\/([^"]+)"/g)].map(([, file]) => file);
  for (const file of queue) {
    if (found.has(file)) continue;
    found.add(file);
    const code = readFileSync(`${OUTPUT}/${file}`, 'utf8');
    const imports = code.matchAll(/(?:from|import)"(\.[^"]+\.js)"/g);
    for (const [, target] of imports) queue.push(path.join(path.dirname(file), target));
  }
  return [...found].map((file) => `${OUTPUT}/${file}`);
}

if (!existsSync(OUTPUT)) throw new Error('Run `npm run build` first.');

export default [
  { name: 'popup, first load', path: firstLoad('popup'), limit: '25 kB', gzip: true },
  { name: 'panel, first load', path: firstLoad('sidepanel'), limit: '30 kB', gzip: true },
  { name: 'background', path: `${OUTPUT}/background.js`, limit: '75 kB', gzip: true },
  { name: 'everything, about the zip', path: `${OUTPUT}/**`, limit: '400 kB', gzip: true },
];
