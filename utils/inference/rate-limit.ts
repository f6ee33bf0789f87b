/** An item of the list: everything between commas, but for those inside quotes. */
const ITEM = /(?:"(?:[^"\\]|\\.)*"|[^",])+/g;

/** The name of a policy, which may hold anything. */
const QUOTED = /"(?:[^"\\]|\\.)*"/g;

/**
 * Reads when the used-up quotas of a `RateLimit` header are full again: `"api";r=0;t=55`, where `r` is what
 * remains and `t` the seconds to the reset, for one policy or several (the Hub sends this form).
 * Providers behind the router also send the one of earlier drafts: `limit=100, remaining=0, reset=55`.
 *
 * @returns milliseconds from now until the last of them is; `undefined` when none is used up, or unreadable
 * @see https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/
 */
export function rateLimitResetMs(headers: Headers): number | undefined {
  const value = headers.get('ratelimit') ?? '';
  const isEarlierDraft = /(^|[,;\s])remaining\s*=/i.test(value.replaceAll(QUOTED, ''));
  const policies = isEarlierDraft ? [value] : (value.match(ITEM) ?? []);
  const [remaining, reset] = isEarlierDraft ? ['remaining', 'reset'] : ['r', 't'];
  const seconds = policies.flatMap((policy) => {
    const isUsedUp = parameter(policy, remaining) === 0;
    return isUsedUp ? (parameter(policy, reset) ?? []) : [];
  });
  const latest = Math.max(0, ...seconds);
  return latest > 0 ? latest * 1000 : undefined;
}

/** A whole number that is not negative; `undefined` for anything else. */
function parameter(policy: string, name: string): number | undefined {
  const pattern = new RegExp(`(?:^|[;,\\s])${name}\\s*=\\s*(\\d+)(?![\\w.-])`, 'i');
  const digits = pattern.exec(policy.replaceAll(QUOTED, ''))?.[1];
  return digits === undefined ? undefined : Number(digits);
}
