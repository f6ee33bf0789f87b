import { afterEach, beforeEach, expect, vi } from 'vitest';
import { CookieBrowser } from '@/tests/hub/cookie-browser';
import {
  createDeviceSignInModel,
  type DeviceSignInModel,
  type DeviceSignInState,
} from '@/utils/state/device-sign-in-model';
import { useCompanion, WAIT } from './companion';

type Shown = Extract<DeviceSignInState, { kind: 'code' }>;

/** A page that signs in with a code. */
class CodePage {
  readonly model: DeviceSignInModel = createDeviceSignInModel();

  get state(): DeviceSignInState {
    return this.model.state.value;
  }

  /** Asks for a code and waits until it is shown. */
  async getCode(): Promise<Shown> {
    this.model.start();
    return await this.waitFor('code');
  }

  async waitFor<K extends DeviceSignInState['kind']>(
    kind: K,
  ): Promise<Extract<DeviceSignInState, { kind: K }>> {
    return await vi.waitFor(() => {
      const { state } = this;
      if (state.kind !== kind) throw new Error(`not ${kind} but ${JSON.stringify(state)}`);
      return state as Extract<DeviceSignInState, { kind: K }>;
    }, WAIT);
  }

  /** Asks for a code when that must fail. @returns the error that is shown */
  async failToGetCode(): Promise<unknown> {
    this.model.start();
    return (await this.waitFor('failed')).error;
  }

  /** As when the page is closed. */
  close(): void {
    this.model.cancel();
  }
}

/** What the token endpoint was asked and how often that came to an end. */
class Polls {
  asked = 0;
  ended = 0;
  /** Whether there is no network to ask over. */
  isOffline = false;
}

/** A companion, pages that show codes, and a clock that the test moves for it, them and the Hub. */
export function useCodePages() {
  const companion = useCompanion();
  let pages: CodePage[] = [];
  let polls = new Polls();

  /** Watches the network of the background that runs now. */
  const watch = () => {
    polls = new Polls();
    const { network } = companion.extension;
    network.before('/oauth/token', () => {
      polls.asked += 1;
      if (!polls.isOffline) return;
      polls.ended += 1;
      throw new TypeError('Failed to fetch');
    });
    network.alter('/oauth/token', (body) => {
      polls.ended += 1;
      return body;
    });
  };

  beforeEach(() => {
    const toFake = ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] as const;
    vi.useFakeTimers({ now: Date.now(), toFake: [...toFake] });
    watch();
  });
  afterEach(() => {
    for (const page of pages) page.close();
    pages = [];
  });

  return {
    companion,
    polls: () => polls,

    open: (): CodePage => {
      const page = new CodePage();
      pages.push(page);
      return page;
    },

    /** Lets time pass, and what it sets off come to rest. */
    pass: async (seconds: number): Promise<void> => {
      await vi.advanceTimersByTimeAsync(seconds * 1000);
      await companion.extension.network.settle();
    },

    /** Lets time pass in which there is one poll, in the last of the seconds, and waits for its answer. */
    expectPollAfter: async (seconds: number): Promise<void> => {
      const before = polls.asked;
      await vi.advanceTimersByTimeAsync((seconds - 1) * 1000);
      expect(polls.asked).toBe(before);
      await vi.advanceTimersByTimeAsync(1000);
      expect(polls.asked).toBe(before + 1);
      await vi.waitFor(() => expect(polls.ended).toBe(polls.asked), WAIT);
      await companion.extension.network.settle();
    },

    /** The person enters a code on its page and decides. */
    decide: async ({ verificationUri, userCode }: Shown, button: 'Allow' | 'Deny') => {
      const person = new CookieBrowser();
      const form = await person.open(verificationUri);
      const consent = await person.press(form, 'Continue', { user_code: userCode });
      await person.press(consent, button);
    },
  };
}
