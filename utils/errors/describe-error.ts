import { i18n } from '#i18n';
import { buildConfiguration } from '@/utils/config/build-configuration';
import { formatCount } from '@/utils/format/numbers';
import type { CompanionError } from './companion-error';

/** What one click can do about an error. */
export type NextStep =
  | { kind: 'sign-in' }
  /** Give back the access to hosts that the extension cannot do without. */
  | { kind: 'allow-hosts' }
  | { kind: 'link'; href: string; label: string };

/** Words for a person: what happened, what to do, and at most one control that does it. */
export interface ErrorDescription {
  title: string;
  detail: string;
  next?: NextStep;
}

/** Words and a next step for every error. What a server said is put in as plain text. */
export function describeError(error: CompanionError): ErrorDescription {
  // The entry of a kind takes the error of that kind; TypeScript cannot follow the pair.
  const describe = DESCRIPTIONS[error.kind] as (error: CompanionError) => ErrorDescription;
  return describe(error);
}

type Descriptions = {
  [K in CompanionError['kind']]: (error: Extract<CompanionError, { kind: K }>) => ErrorDescription;
};

const signIn: NextStep = { kind: 'sign-in' };

/** The options page, which is a page of our own wherever this is shown. */
const OPTIONS = '/options.html';

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
    next: signIn,
  }),
  'sign-in-failed': ({ code }) => ({
    title: i18n.t('error.signInFailed.title'),
    detail: i18n.t('error.signInFailed.detail', { code }),
    next: { kind: 'link', href: `${OPTIONS}#application`, label: i18n.t('account.checkApp') },
  }),
  'scope-not-granted': ({ scope }) => ({
    title: i18n.t('error.scopeNotGranted.title'),
    detail: i18n.t('error.scopeNotGranted.detail', { scope }),
  }),
  'other-account': ({ username }) => ({
    title: i18n.t('error.otherAccount.title'),
    detail: i18n.t('error.otherAccount.detail', { username }),
    next: openHub(),
  }),
  'account-in-use': ({ username }) => ({
    title: i18n.t('error.accountInUse.title', { username }),
    detail: i18n.t('error.accountInUse.detail'),
    next: openHub(),
  }),
  'device-code-expired': () => words('deviceCodeExpired'),
  'client-id-changed': () => words('clientIdChanged', signIn),
  'signed-out': () => words('signedOut', signIn),
  'session-expired': () => words('sessionExpired', signIn),
  offline: () => words('offline'),
  'host-access-missing': ({ host }) => ({
    title: i18n.t('error.hostAccessMissing.title', { host }),
    detail: i18n.t('error.hostAccessMissing.detail'),
    next: { kind: 'allow-hosts' },
  }),
  unreachable: ({ host }) => ({
    title: i18n.t('error.unreachable.title', { host }),
    detail: i18n.t('error.unreachable.detail'),
  }),
  'unexpected-answer': ({ host }) => ({
    title: i18n.t('error.unexpectedAnswer.title'),
    detail: i18n.t('error.unexpectedAnswer.detail', { host }),
  }),
  'hub-busy': ({ status }) => ({
    title: i18n.t('error.hubBusy.title'),
    detail: i18n.t('error.hubBusy.detail', { status }),
  }),
  'credits-used-up': () =>
    words(
      'creditsUsedUp',
      link('/settings/billing?add-credits=true', i18n.t('error.creditsUsedUp.link')),
    ),
  'scope-missing': () =>
    words('scopeMissing', {
      kind: 'link',
      href: `${OPTIONS}#account`,
      label: i18n.t('error.scopeMissing.link'),
    }),
  'model-not-supported': ({ model }) => ({
    title: i18n.t('error.modelNotSupported.title'),
    detail: i18n.t('error.modelNotSupported.detail', { model }),
    next: link('/settings/inference-providers', i18n.t('error.modelNotSupported.link')),
  }),
  'model-gone': ({ model }) => ({
    title: i18n.t('error.modelGone.title'),
    detail: i18n.t('error.modelGone.detail', { model }),
  }),
  'model-not-allowed': ({ reason, model, allowed }) =>
    model === undefined
      ? {
          title: i18n.t('error.noModelAllowed.title'),
          detail: i18n.t('error.noModelAllowed.detail', { allowed }),
        }
      : {
          title: i18n.t('error.modelNotAllowed.title'),
          detail:
            reason === 'models'
              ? i18n.t('error.modelNotAllowed.models', { model, allowed })
              : i18n.t('error.modelNotAllowed.providers', { model, allowed }),
        },
  'text-too-long': () => words('textTooLong'),
  'request-refused': ({ message }) =>
    message === undefined
      ? words('requestRefused')
      : {
          title: i18n.t('error.requestRefused.title'),
          detail: i18n.t('error.requestRefused.detailWithMessage', { message }),
        },
  'rate-limited': ({ retryAfterSeconds: seconds }) =>
    seconds === undefined
      ? words('rateLimited')
      : {
          title: i18n.t('error.rateLimited.title'),
          detail: i18n.t('error.rateLimited.detailWithSeconds', { seconds: formatCount(seconds) }),
        },
  'service-busy': ({ status }) => ({
    title: i18n.t('error.serviceBusy.title'),
    detail: i18n.t('error.serviceBusy.detail', { status }),
  }),
  'stream-cut': () => words('streamCut'),
  'stream-damaged': () => words('streamDamaged'),
  'stream-error': ({ message }) =>
    message === undefined
      ? words('streamError')
      : {
          title: i18n.t('error.streamError.title'),
          detail: i18n.t('error.streamError.detailWithMessage', { message }),
        },
  'empty-answer': ({ finish }) => words(finish === 'length' ? 'emptyAnswerAtLimit' : 'emptyAnswer'),
  'answer-filtered': () => words('answerFiltered'),
  stalled: () => words('stalled'),
  interrupted: () => words('interrupted'),
  'no-text': () => words('noText'),
  'no-question': () => words('noQuestion'),
  'no-models': () => words('noModels'),
  'model-list-unavailable': () => words('modelListUnavailable'),
  'run-gone': () => words('runGone'),
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
  | 'creditsUsedUp'
  | 'scopeMissing'
  | 'textTooLong'
  | 'requestRefused'
  | 'rateLimited'
  | `stream${'Cut' | 'Damaged' | 'Error'}`
  | 'emptyAnswer'
  | 'emptyAnswerAtLimit'
  | 'answerFiltered'
  | 'stalled'
  | 'interrupted'
  | `no${'Text' | 'Question' | 'Models'}`
  | 'modelListUnavailable'
  | 'runGone'
  | 'unexpected';

function words(key: PlainErrorKey, next?: NextStep): ErrorDescription {
  return {
    title: i18n.t(`error.${key}.title`),
    detail: i18n.t(`error.${key}.detail`),
    ...(next ? { next } : {}),
  };
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
