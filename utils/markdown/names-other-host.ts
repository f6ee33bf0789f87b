const HOST_IN_TEXT = /(?:[a-z\d-]{1,63}\.){1,8}[a-z]{2,24}/gi;
const LONGEST_TEXT = 500;

/** Whether a link's text contains something like a host name that is not the host it leads to. */
export function namesOtherHost(text: string, host: string): boolean {
  const named = text.slice(0, LONGEST_TEXT).match(HOST_IN_TEXT) ?? [];
  const isSame = (name: string) =>
    host === name || host === `www.${name}` || `www.${host}` === name;
  return named.length > 0 && !named.some((name) => isSame(name.toLowerCase()));
}
