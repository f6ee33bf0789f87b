import type { Configuration } from 'oidc-provider';
import { escapeHtml, htmlPage } from './html.ts';

type DeviceFlow = NonNullable<NonNullable<Configuration['features']>['deviceFlow']>;

/** The pages of the device flow (RFC 8628 section 3.3); `form` comes from the provider. */
export const DEVICE_PAGES: Pick<
  DeviceFlow,
  'userCodeInputSource' | 'userCodeConfirmSource' | 'successSource'
> = {
  userCodeInputSource: (ctx, form) => {
    ctx.body = htmlPage(
      'Enter the code',
      `<h1>Enter the code</h1>${form}
<p><button type="submit" form="op.deviceInputForm" class="primary">Continue</button></p>`,
    );
  },
  userCodeConfirmSource: (ctx, form, ...[client, , userCode]) => {
    ctx.body = htmlPage(
      'Confirm the device',
      `<h1>Confirm the device</h1>
<p>${escapeHtml(client.clientName ?? client.clientId)} shows the code <code>${escapeHtml(userCode)}</code>.</p>
${form}
<p><button type="submit" form="op.deviceConfirmForm" name="abort" value="yes">Deny</button>
<button type="submit" form="op.deviceConfirmForm" class="primary">Allow</button></p>`,
    );
  },
  successSource: (ctx) => {
    ctx.body = htmlPage('Done', '<h1>Done</h1><p>You can close this page.</p>');
  },
};
