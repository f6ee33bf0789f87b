import type { Hub } from '../hub/hub.ts';

/** The text of the last request, which stands between fences; empty when there is none. */
export function sentText(hub: Hub): string {
  const user = hub.chats.at(-1)?.messages.find(({ role }) => role === 'user');
  const fenced = /^<<<TEXT (\S+)\n(?<text>[^]*)\nTEXT \1>>>/.exec(String(user?.content));
  return fenced?.groups?.['text'] ?? '';
}
