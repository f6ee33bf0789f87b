import { applyFault } from './apply-fault.ts';
import type { Handler } from './listen.ts';
import { send, sendJson } from './respond.ts';

const COLOURS: Readonly<Record<string, string>> = {
  ada: '#7a4fb5',
  grace: '#1f7a5c',
  'analytical-engine': '#8a5a12',
  'london-readers': '#2c5f9e',
};

/** The host of the avatars: one drawn picture for each account and organization. */
export const picturesHandler: Handler = async (exchange) => {
  if (await applyFault(exchange)) return;
  const name = /^\/avatars\/([a-z-]+)\.svg$/.exec(exchange.path)?.[1] ?? '';
  const colour = COLOURS[name];
  if (colour === undefined) {
    sendJson(exchange.response, 404, { error: 'Not Found' });
    return;
  }
  send(exchange.response, 200, avatar(name, colour), { 'content-type': 'image/svg+xml' });
};

function avatar(name: string, colour: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="128" height="128" viewBox="0 0 128 128"><rect width="128" height="128" fill="${colour}"/><circle cx="64" cy="64" r="44" fill="#fff" fill-opacity=".18"/><text x="64" y="86" font-family="sans-serif" font-size="64" font-weight="bold" text-anchor="middle" fill="#fff">${name.charAt(0).toUpperCase()}</text></svg>`;
}
