import { HIDDEN_CHARACTERS } from './hidden-characters';

const MAX_HREF_LENGTH = 8192;
const MAIL = /^mailto:[^/?#]+@[^/?#]+/i;
const MAIL_LINE_BREAK = /%0[ad]/i;
// A scheme, two slashes and an authority without userinfo: `https:evil` and `https://a@evil` fail.
const WEB = /^https?:\/\/[^/\\?#@]+(?:[/?#]|$)/i;

function stripControls(href: string): string {
  // eslint-disable-next-line no-control-regex -- the URL parser would drop some of these itself
  return href.replace(/[\u0000-\u001F\u007F-\u009F]/g, '').trim();
}

/**
 * The normalised address if a link may lead there, otherwise undefined. Allowed are absolute
 * https, http and mailto addresses without userinfo and without hidden characters. Source:
 * OWASP ASVS 5.0, 3.7.3.
 */
export function safeUrl(href: string): string | undefined {
  if (href.length > MAX_HREF_LENGTH || HIDDEN_CHARACTERS.test(href)) return undefined;
  const stripped = stripControls(href);
  const isMail = MAIL.test(stripped) && !MAIL_LINE_BREAK.test(stripped);
  if (!isMail && !WEB.test(stripped)) return undefined;
  if (!URL.canParse(stripped)) return undefined;
  const url = new URL(stripped);
  return url.username === '' && url.password === '' ? url.href : undefined;
}
