import type { Configuration } from 'oidc-provider';
import { DEVICE_FORM_PATH } from './device-behaviour.ts';
import { escapeHtml, htmlPage } from './html.ts';

type DeviceFlow = NonNullable<NonNullable<Configuration['features']>['deviceFlow']>;

/** What the page says of each of the provider's errors, by the error's name. */
const WORDS: Readonly<Record<string, string>> = {
  NoCodeError: 'Enter the code that the device shows.',
  NotFoundError: 'This code is not known. Check it and enter it again.',
  ExpiredError: 'This code has expired. Ask the device for a new one.',
  AlreadyUsedError: 'This code has been used. Ask the device for a new one.',
};

/**
 * The pages around the consent page in the device flow (RFC 8628 §3.3). The code leads straight to
 * the consent page, which shows it again: `confirm` tells the provider not to ask by itself.
 */
export const DEVICE_PAGES: Pick<DeviceFlow, 'userCodeInputSource' | 'successSource'> = {
  userCodeInputSource: (ctx, ...[, out, error]) => {
    if (error?.name === 'AbortedError') {
      ctx.body = htmlPage('Denied', '<h1>Denied</h1><p>The device gets no access.</p>');
      return;
    }
    const { secret } = ctx.oidc.session?.state ?? {};
    const words = error && (WORDS[error.name] ?? out?.error_description ?? error.message);
    ctx.body = htmlPage(
      'Enter the code',
      `<h1>Enter the code</h1>
${words === undefined ? '' : `<p role="alert">${escapeHtml(words)}</p>`}
<form method="post" action="${DEVICE_FORM_PATH}">
<input type="hidden" name="xsrf" value="${escapeHtml(String(secret))}">
<input name="user_code" aria-label="Code" autocomplete="off" autofocus>
<button type="submit" name="confirm" value="yes" class="primary">Continue</button>
</form>`,
    );
  },
  successSource: (ctx) => {
    ctx.body = htmlPage('Done', '<h1>Done</h1><p>You can close this page.</p>');
  },
};
