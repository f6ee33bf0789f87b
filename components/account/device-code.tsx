import { i18n } from '#i18n';
import { CopyButton } from '@/components/ui/copy-button';
import { Countdown } from '@/components/ui/countdown';
import type { UserCode } from '@/utils/account/user-code';
import { codeGroups } from '@/utils/format/code-groups';

/** A code and the page to enter it on. The address is written out: it is on the screen of another device too. */
export function DeviceCode(props: { code: UserCode }) {
  const { userCode, verificationUri, expiresAt } = props.code;
  const { host, pathname } = new URL(verificationUri);
  const hasSeparators = /[^\p{L}\p{N}]/u.test(userCode);
  return (
    <ol>
      <li>
        <p>{i18n.t('device.step1')}</p>
        <p class="row">
          <a href={verificationUri} target="_blank" rel="noreferrer" dir="ltr">
            {host + pathname}
          </a>
        </p>
      </li>
      <li>
        <p>{i18n.t('device.step2')}</p>
        <p>
          <code class={hasSeparators ? 'device-code' : 'device-code device-code-bare'} dir="ltr">
            {codeGroups(userCode).map((group, index) => (
              <span key={index}>{group}</span>
            ))}
          </code>
        </p>
        <p class="row">
          <CopyButton label={i18n.t('device.copyCode')} text={() => userCode} />
          <Countdown to={expiresAt} words={(time) => i18n.t('device.expiresIn', { time })} />
        </p>
      </li>
    </ol>
  );
}
