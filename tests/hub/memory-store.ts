import type { Adapter, AdapterPayload } from 'oidc-provider';

const TOKEN_MODELS = [
  'AccessToken',
  'RefreshToken',
  'AuthorizationCode',
  'DeviceCode',
  'Grant',
] as const;

/** The provider's storage: plain maps, one store per Hub, nothing survives it. */
export class MemoryStore {
  readonly #models = new Map<string, Map<string, AdapterPayload>>();
  readonly #revoked = new Set<string>();

  /** The storage of one model, in the form oidc-provider asks for. */
  readonly adapter = (model: string): Adapter => {
    const entries = this.#entries(model);
    const findWhere = async (matches: (payload: AdapterPayload) => boolean) =>
      [...entries.values()].find(matches);
    return {
      upsert: async (id, payload) => void entries.set(id, payload),
      find: async (id) => entries.get(id),
      findByUid: (uid) => findWhere((payload) => payload.uid === uid),
      findByUserCode: (code) => findWhere((payload) => payload.userCode === code),
      consume: async (id) => {
        const payload = entries.get(id);
        if (payload) payload.consumed = Math.floor(Date.now() / 1000);
      },
      destroy: async (id) => void entries.delete(id),
      revokeByGrantId: async (grantId) => {
        for (const [id, payload] of entries) if (payload.grantId === grantId) entries.delete(id);
      },
    };
  };

  /** Forgets every sign-in session, as if the person had deleted the site's cookies. */
  endSessions(): void {
    this.#entries('Session').clear();
  }

  /** Forgets every token and every consent, and remembers which access tokens they were. */
  revokeAll(): void {
    for (const id of this.#entries('AccessToken').keys()) this.#revoked.add(id);
    for (const model of TOKEN_MODELS) this.#entries(model).clear();
  }

  wasRevoked(accessToken: string): boolean {
    return this.#revoked.has(accessToken);
  }

  #entries(model: string): Map<string, AdapterPayload> {
    const known = this.#models.get(model);
    if (known) return known;
    const created = new Map<string, AdapterPayload>();
    this.#models.set(model, created);
    return created;
  }
}
