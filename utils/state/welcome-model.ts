import { computed, signal, type ReadonlySignal } from '@preact/signals';
import { request } from '@/utils/messaging/request-client';
import type { Result } from '@/utils/result';
import { welcomeItem } from '@/utils/storage/welcome-item';
import { isOnToolbar, watchToolbar } from '@/utils/surfaces/toolbar';
import type { Settled, WelcomeStep } from '@/utils/surfaces/welcome-steps';
import type { AppModel } from './app-model';
import { storedSignal } from './stored-signal';

/** The first run as its page shows it. */
export interface WelcomeModel {
  /** How each step stands; a step that is neither done nor skipped is `undefined`. */
  settled: ReadonlySignal<Readonly<Record<WelcomeStep, Settled | undefined>>>;
  /** Whether the toolbar shows our button; `undefined` where the browser doesn't say. */
  isPinned: ReadonlySignal<boolean | undefined>;
  /** Notes how a step was settled; `undefined` opens it again. */
  settle: (step: WelcomeStep, as: Settled | undefined) => Promise<Result<null>>;
}

/**
 * Reads what was settled before. What can be seen counts more than what was noted: who is signed in, or uses
 * an endpoint of their own, has done the first step; whose toolbar shows the button, the second.
 */
export async function loadWelcomeModel(
  app: Pick<AppModel, 'account' | 'endpoint'>,
): Promise<WelcomeModel> {
  const isPinned = signal<boolean | undefined>(undefined);
  const look = async () => {
    isPinned.value = await isOnToolbar();
  };
  watchToolbar(() => void look());
  const [stored] = await Promise.all([storedSignal(welcomeItem), look()]);
  const settled = computed(() => {
    const noted = stored.value ?? {};
    const hasWho = app.account.value !== undefined || app.endpoint.value !== undefined;
    return {
      signIn: hasWho ? 'done' : skippedOnly(noted.signIn),
      pin: isPinned.value ? 'done' : isPinned.value === false ? skippedOnly(noted.pin) : noted.pin,
      try: noted.try,
    } as const;
  });
  return {
    settled,
    isPinned,
    settle: (step, as) => request('welcome.settle', { step, as: as ?? null }),
  };
}

/** What can be seen to be undone is not done, whatever was noted. */
function skippedOnly(noted: Settled | undefined): 'skipped' | undefined {
  return noted === 'skipped' ? noted : undefined;
}
