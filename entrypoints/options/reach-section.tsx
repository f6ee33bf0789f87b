import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/button';
import { useKeptFocus } from '@/components/ui/use-kept-focus';
import {
  askForReach,
  readReach,
  takeBackReach,
  watchReach,
  type Reach,
} from '@/utils/surfaces/reach';

/** The hosts that the extension may reach, each to be given and taken back. */
export function ReachSection() {
  const reach = useSignal<readonly Reach[]>([]);
  const list = useKeptFocus<HTMLDListElement>();
  const read = () =>
    void readReach().then((found) => {
      reach.value = found;
    });
  useEffect(() => {
    read();
    return watchReach(read);
  }, []);
  return (
    <section id="reach">
      <h2>{i18n.t('reach.title')}</h2>
      <p class="hint">{i18n.t('reach.hint')}</p>
      <dl ref={list} class="facts" tabIndex={-1}>
        {reach.value.map((host) => (
          <div key={host.pattern}>
            <dt class="reach-host">{nameOf(host)}</dt>
            <dd>
              <span class="hint">{stateOf(host)}</span> <ReachButton host={host} onDone={read} />
            </dd>
          </div>
        ))}
      </dl>
      {reach.value.some(({ isAllowed, canTakeBack }) => isAllowed && !canTakeBack) && (
        <p class="hint">{i18n.t('reach.inSettings')}</p>
      )}
    </section>
  );
}

function ReachButton({ host, onDone }: { host: Reach; onDone: () => void }) {
  const name = nameOf(host);
  if (!host.isAllowed) {
    return (
      <Button
        aria-label={i18n.t('reach.allowHost', { host: name })}
        onClick={() => askForReach(host)}
      >
        {i18n.t('error.hostAccessMissing.allow')}
      </Button>
    );
  }
  if (!host.canTakeBack) return null;
  return (
    <Button
      kind="quiet"
      aria-label={i18n.t('reach.takeBackHost', { host: name })}
      // It stays where the browser refuses, and so does this button.
      onClick={() => void takeBackReach(host).then(onDone, onDone)}
    >
      {i18n.t('reach.takeBack')}
    </Button>
  );
}

function nameOf({ pattern }: Reach): string {
  return pattern.replace(/\/\*$/, '');
}

function stateOf({ isAllowed, isNeeded }: Reach): string {
  if (!isAllowed) return i18n.t('reach.missing');
  return isNeeded ? i18n.t('reach.needed') : i18n.t('reach.own');
}
