import { i18n } from '#i18n';
import { buildConfiguration } from '@/utils/config/build-configuration';
import { plural } from '@/utils/format/plural';
import { formatExactTime } from '@/utils/format/times';
import type { RunOverride } from '@/utils/runs/run';
import type { CompanionError } from './companion-error';
import { describeCreditsUsedUp } from './describe-credits';
import { describeEndpointError } from './describe-endpoint-error';
import { describeModelNotAllowed } from './describe-model-not-allowed';
import { describeUnserved } from './describe-unserved';

/** What one click can do about an error. */
export type NextStep =
  | { kind: 'sign-in' }
  /** Do the same with another model, or paid by somebody else. */
  | { kind: 'retry-with'; override: RunOverride; label: string }
  /** Do the same with the browser's own model, where the page finds that there is one. */
  | { kind: 'built-in' }
  /** Ask the person, on Hugging Face, for a permission that is missing. */
  | { kind: 'grant-scope'; scope: string }
  /** Give back the access to this host, and to those that the extension cannot do without. */
  | { kind: 'allow-hosts'; host: string }
  /** Sign an account out although its history goes with it. */
  | { kind: 'sign-out'; sub: string }
  | { kind: 'link'; href: string; label: string };

/** Words for a person: what happened, what to do, and controls that do it, the best first. */
export interface ErrorDescription {
  title: string;
  detail: string;
  next: NextStep[];
  /** Epoch milliseconds: trying again before would fail again. */
  retryAt?: number;
}

/**
 * Words and next steps for every error. What a server said is put in as plain text. An error that lasts
 * until a moment has other words once that has come.
 */
export function describeError(error: CompanionError): ErrorDescription {
  // The entry of a kind takes the error of that kind; TypeScript cannot follow the pair. A stored error may
  // be of a version that knew more kinds.
  const describe = (DESCRIPTIONS[error.kind] ?? DESCRIPTIONS.unexpected) as (
    error: CompanionError,
  ) => ErrorDescription;
  return describe(error);
}

type Descriptions = {
  [K in CompanionError['kind']]: (error: Extract<CompanionError, { kind: K }>) => ErrorDescription;
};

const signIn: NextStep = { kind: 'sign-in' };

/** The options page, which is a page of our own wherever this is shown. */
const OPTIONS = '/options.html';

/** Hugging Face's scope for Inference Providers (https://huggingface.co/docs/hub/oauth). */
const INFERENCE_SCOPE = 'inference-api';

const DESCRIPTIONS: Descriptions = {
  'client-id-missing': () => words('clientIdMissing'),
  'client-id-invalid': ({ reason }) =>
    words(
      ({ empty: 'clientIdEmpty', token: 'clientIdToken', format: 'clientIdFormat' } as const)[
        reason
      ],
    ),
  'scopes-invalid': ({ reason }) =>
    words(({ openid: 'scopesOpenid', format: 'scopesFormat' } as const)[reason]),
  'sign-in-cancelled': () => words('signInCancelled', signInWithCode()),
  'sign-in-denied': () => words('signInDenied', signIn),
  'sign-in-page-failed': () => words('signInPageFailed', signInWithCode()),
  'sign-in-window-open': () => words('signInWindowOpen', signInWithCode()),
  'sign-in-interrupted': () => words('signInInterrupted', signIn),
  'sign-in-timed-out': () => words('signInTimedOut', signInWithCode()),
  'sign-in-unavailable': () => words('signInUnavailable', signInWithCode()),
  'sign-in-refused': ({ check }) => ({
    title: i18n.t('error.signInRefused.title'),
    detail: i18n.t('error.signInRefused.detail', { check }),
    next: [signIn],
  }),
  'sign-in-failed': ({ code }) => ({
    title: i18n.t('error.signInFailed.title'),
    detail: i18n.t('error.signInFailed.detail', { code }),
    next: [{ kind: 'link', href: `${OPTIONS}#application`, label: i18n.t('account.checkApp') }],
  }),
  'scope-not-granted': ({ scope }) => ({
    title: i18n.t('error.scopeNotGranted.title'),
    detail: i18n.t('error.scopeNotGranted.detail', { scope }),
    next: [],
  }),
  'other-account': ({ username }) => ({
    title: i18n.t('error.otherAccount.title'),
    detail: i18n.t('error.otherAccount.detail', { username }),
    next: [openHub()],
  }),
  'account-in-use': ({ username }) => ({
    title: i18n.t('error.accountInUse.title', { username }),
    detail: i18n.t('error.accountInUse.detail'),
    next: [openHub()],
  }),
  'device-code-expired': () => words('deviceCodeExpired'),
  'client-id-changed': () => words('clientIdChanged', signIn),
  'signed-out': () => words('signedOut', signIn),
  'session-expired': () => words('sessionExpired', signIn),
  offline: () => words('offline'),
  'host-access-missing': ({ host }) => ({
    title: i18n.t('error.hostAccessMissing.title', { host }),
    detail: i18n.t('error.hostAccessMissing.detail'),
    next: [{ kind: 'allow-hosts', host }],
  }),
  unreachable: ({ host }) => ({
    title: i18n.t('error.unreachable.title', { host }),
    detail: i18n.t('error.unreachable.detail'),
    next: [],
  }),
  'unexpected-answer': ({ host }) => ({
    title: i18n.t('error.unexpectedAnswer.title'),
    detail: i18n.t('error.unexpectedAnswer.detail', { host }),
    next: [],
  }),
  'hub-busy': ({ status }) => ({
    title: i18n.t('error.hubBusy.title'),
    detail: i18n.t('error.hubBusy.detail', { status }),
    next: [],
  }),
  'credits-used-up': describeCreditsUsedUp,
  'scope-missing': () =>
    words(
      'scopeMissing',
      { kind: 'grant-scope', scope: INFERENCE_SCOPE },
      { kind: 'link', href: `${OPTIONS}#permissions`, label: i18n.t('error.scopeMissing.link') },
    ),
  'model-not-supported': describeUnserved,
  'model-gone': describeUnserved,
  'model-not-allowed': describeModelNotAllowed,
  'endpoint-url': describeEndpointError,
  'endpoint-key': describeEndpointError,
  'endpoint-gone': describeEndpointError,
  'endpoint-not-allowed': describeEndpointError,
  'endpoint-unreachable': describeEndpointError,
  'endpoint-refused': describeEndpointError,
  'endpoint-not-compatible': describeEndpointError,
  'endpoint-model-gone': describeEndpointError,
  'built-in-unavailable': () => words('builtInUnavailable'),
  'text-too-long': ({ message }) => quoting('textTooLong', message),
  'request-refused': ({ status, message }) =>
    quoting(status === 403 ? 'requestForbidden' : 'requestRefused', message),
  'rate-limited': ({ retryAt }) => untilThen(words('rateLimited'), retryAt),
  'service-busy': ({ status, retryAt }) =>
    untilThen(
      {
        title: i18n.t('error.serviceBusy.title'),
        detail: i18n.t('error.serviceBusy.detail', { status }),
        next: [],
      },
      retryAt,
    ),
  'stream-cut': () => words('streamCut'),
  'stream-damaged': () => words('streamDamaged'),
  'stream-error': ({ message }) => quoting('streamError', message),
  'empty-answer': ({ finish }) => words(finish === 'length' ? 'emptyAnswerAtLimit' : 'emptyAnswer'),
  'answer-filtered': () => words('answerFiltered'),
  'answer-at-limit': () => words('answerAtLimit'),
  stalled: () => words('stalled'),
  interrupted: () => words('interrupted'),
  'storage-full': () => words('storageFull'),
  'storage-failed': () => words('storageFailed'),
  'other-version': () => words('otherVersion'),
  'no-text': () => words('noText'),
  'secret-field': () => words('secretField'),
  'unseen-field': () => words('unseenField'),
  'no-question': () => words('noQuestion'),
  'no-models': () => words('noModels'),
  'model-list-unavailable': () => words('modelListUnavailable'),
  'run-gone': () => words('runGone'),
  'history-would-go': ({ count, sub }) => ({
    title: plural('error.historyWouldGo.title', count),
    detail: i18n.t('error.historyWouldGo.detail'),
    next: [
      {
        kind: 'link',
        href: `${OPTIONS}#history`,
        label: i18n.t('error.historyWouldGo.export'),
      },
      { kind: 'sign-out', sub },
    ],
  }),
  'no-history': () => words('noHistory'),
  'import-not-readable': () => words('importNotReadable'),
  'import-newer': () => words('importNewer'),
  unexpected: () => words('unexpected'),
};

/** Keys of `error` in the locale files whose words take no values. */
type PlainErrorKey =
  | `clientId${'Missing' | 'Empty' | 'Token' | 'Format' | 'Changed'}`
  | `scopes${'Openid' | 'Format'}`
  | `signIn${'Cancelled' | 'Denied' | 'PageFailed' | 'WindowOpen' | 'Interrupted'}`
  | `signIn${'TimedOut' | 'Unavailable'}`
  | 'deviceCodeExpired'
  | 'signedOut'
  | 'sessionExpired'
  | 'offline'
  | 'scopeMissing'
  | 'rateLimited'
  | 'builtInUnavailable'
  | QuotingErrorKey
  | `stream${'Cut' | 'Damaged'}`
  | 'emptyAnswer'
  | 'emptyAnswerAtLimit'
  | `answer${'Filtered' | 'AtLimit'}`
  | 'stalled'
  | 'interrupted'
  | 'secretField'
  | 'unseenField'
  | `storage${'Full' | 'Failed'}`
  | 'otherVersion'
  | `no${'Text' | 'Question' | 'Models' | 'History'}`
  | 'modelListUnavailable'
  | 'runGone'
  | `import${'NotReadable' | 'Newer'}`
  | 'unexpected';

/** Those that also have words around what a server said. */
type QuotingErrorKey = 'textTooLong' | 'requestRefused' | 'requestForbidden' | 'streamError';

function words(key: PlainErrorKey, ...next: NextStep[]): ErrorDescription {
  return { title: i18n.t(`error.${key}.title`), detail: i18n.t(`error.${key}.detail`), next };
}

function quoting(key: QuotingErrorKey, message: string | undefined): ErrorDescription {
  if (message === undefined) return words(key);
  return { ...words(key), detail: i18n.t(`error.${key}.detailWithMessage`, { message }) };
}

/** With the moment in its words, and later that it has come. */
function untilThen(description: ErrorDescription, retryAt: number | undefined): ErrorDescription {
  if (retryAt === undefined) return description;
  if (retryAt <= Date.now()) return { ...description, detail: i18n.t('error.retry.now') };
  const time = formatExactTime(retryAt);
  return { ...description, detail: i18n.t('error.retry.at', { time }), retryAt };
}

function signInWithCode(): NextStep {
  return { kind: 'link', href: `${OPTIONS}#code`, label: i18n.t('account.useCode') };
}

function openHub(): NextStep {
  return link('/', i18n.t('error.otherAccount.link'));
}

function link(path: string, label: string): NextStep {
  return { kind: 'link', href: `${buildConfiguration.providerOrigin}${path}`, label };
}
