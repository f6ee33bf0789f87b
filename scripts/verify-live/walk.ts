import { toObservation } from './failed-step.ts';
import { LiveRecord } from './live-record.ts';
import { askText, PersonLeft, type Person } from './person.ts';
import type { Step } from './step.ts';
import { account } from './steps/account.ts';
import { appForm } from './steps/app-form.ts';
import { chat } from './steps/chat.ts';
import { clientId } from './steps/client-id.ts';
import { cors } from './steps/cors.ts';
import { device } from './steps/device.ts';
import { discovery } from './steps/discovery.ts';
import { oldRefreshToken } from './steps/old-refresh-token.ts';
import { rateLimits } from './steps/rate-limits.ts';
import { renewal } from './steps/renewal.ts';
import { revocation } from './steps/revocation.ts';
import { secondAuthorization } from './steps/second-authorization.ts';
import { signIn } from './steps/sign-in.ts';
import { unknownModel } from './steps/unknown-model.ts';
import { usage } from './steps/usage.ts';
import { QUESTIONS } from './questions.ts';
import type { Walk } from './walk-state.ts';

const STEPS: readonly Step[] = [
  appForm,
  clientId,
  discovery,
  signIn,
  secondAuthorization,
  renewal,
  cors,
  rateLimits,
  account,
  device,
  chat,
  unknownModel,
  usage,
  oldRefreshToken,
  revocation,
];

/** Where a walk goes, and who walks. */
export interface WalkOptions {
  readonly person: Person;
  readonly providerOrigin: string;
  readonly routerOrigin: string;
  /** Space-separated. */
  readonly scopes: string;
  /** Whether the service is Hugging Face itself. */
  readonly isLive: boolean;
  /** As yyyy-mm-dd. */
  readonly date: string;
  /** Told the whole record after each observation. */
  readonly save: (markdown: string) => void;
}

/**
 * Walks one person through all questions. A step that fails or is skipped is noted, and the walk goes
 * on; it ends early only when the person leaves.
 */
export async function takeWalk({ isLive, date, save, ...options }: WalkOptions): Promise<void> {
  const walk: Walk = {
    ...options,
    record: new LiveRecord({ isLive, date, save }),
    clientId: undefined,
    server: undefined,
    tokens: undefined,
    renewal: undefined,
  };
  for (const [index, step] of STEPS.entries()) {
    walk.person.say(
      `\n${index + 1} of ${STEPS.length}. ${QUESTIONS[step.question]}\n${step.about}`,
    );
    await takeStep(step, walk);
  }
}

async function takeStep(step: Step, walk: Walk): Promise<void> {
  try {
    await askText(walk.person, 'Press Enter to do it (s to skip):');
    await step.run(walk, (observation) => walk.record.add(step.question, observation));
  } catch (cause) {
    if (cause instanceof PersonLeft) throw cause;
    walk.record.add(step.question, toObservation(cause));
  }
}
