import { describe, expect, it } from 'vitest';
import { Permissions } from '@/components/account/permissions';
import { Page } from '../support/page';

const BASE = ['openid', 'profile', 'inference-api'];
const EMAIL = 'Read your email address';

interface Situation {
  granted?: readonly string[];
  configured?: readonly string[];
  isManaged?: boolean;
  isWaiting?: boolean;
}

async function open(situation: Situation = {}) {
  const done: string[] = [];
  const view = (changed: Situation) => {
    const all = { granted: BASE, configured: BASE, isManaged: false, isWaiting: false, ...changed };
    const cancel = all.isWaiting && <button type="button">Cancel</button>;
    return (
      <Permissions
        granted={all.granted}
        configured={all.configured}
        isManaged={all.isManaged}
        isWaiting={all.isWaiting}
        stateOf={(scope) => scope === 'email' && cancel}
        onSet={(scope, isOn) => done.push(`${scope} ${isOn ? 'on' : 'off'}`)}
      />
    );
  };
  const page = await Page.open(view(situation));
  return { page, done, show: (next: Situation) => page.show(view(next)) };
}

function switchOf(page: Page, name: string): HTMLInputElement {
  const element = page.get('switch', name);
  if (!(element instanceof HTMLInputElement)) throw new Error(`${name} is no input`);
  return element;
}

describe('Permissions', () => {
  it('lists what is needed without a switch, and what is not with one', async () => {
    const { page } = await open();
    expect(page.names('switch')).toEqual([
      EMAIL,
      'Read your organizations and roles',
      'Read your repositories',
      'Read your billing: payment method and what the month has cost',
    ]);
    const needed = page.names('listitem').filter((item) => item.includes('Always needed.'));
    expect(needed).toHaveLength(3);
  });

  it('describes each switch by what it unlocks', async () => {
    const { page } = await open();
    const id = switchOf(page, EMAIL).getAttribute('aria-describedby') ?? '';
    expect(document.getElementById(id)?.textContent).toContain('Your address is shown here');
  });

  it('shows what is granted, and asks for the other', async () => {
    const { page, done, show } = await open();
    expect(switchOf(page, EMAIL).checked).toBe(false);
    switchOf(page, EMAIL).click();
    expect(done).toEqual(['email on']);
    await show({});
    expect(switchOf(page, EMAIL).checked).toBe(false);
    await show({ granted: [...BASE, 'email'] });
    expect(switchOf(page, EMAIL).checked).toBe(true);
    switchOf(page, EMAIL).click();
    expect(done).toEqual(['email on', 'email off']);
    expect(switchOf(page, EMAIL).checked).toBe(true);
  });

  it('lets what nothing here uses be given back, and no more than that', async () => {
    const { page, done } = await open({ granted: [...BASE, 'manage-repos', 'webhooks'] });
    expect(page.names('switch').slice(4)).toEqual([
      'Do everything with your repositories, also delete them',
      'webhooks',
    ]);
    switchOf(page, 'webhooks').click();
    expect(done).toEqual(['webhooks off']);
  });

  it('has no switch for what the OAuth app would ask for again', async () => {
    const { page } = await open({
      granted: [...BASE, 'email', 'jobs'],
      configured: [...BASE, 'email', 'jobs'],
    });
    expect(page.all('switch', EMAIL)).toEqual([]);
    expect(page.all('switch', 'jobs')).toEqual([]);
    const fixed = page.names('listitem').filter((item) => item.includes('take it out there first'));
    expect(fixed).toHaveLength(2);
  });

  it('says whose wish it is where an administrator has set the scopes', async () => {
    const { page } = await open({
      granted: [...BASE, 'email'],
      configured: [...BASE, 'email'],
      isManaged: true,
    });
    expect(page.root.textContent).toContain('Your organization asks for it.');
    expect(page.root.textContent).not.toContain('take it out there');
  });

  it('asks for something needed that was not granted', async () => {
    const { page, done } = await open({ granted: ['openid', 'profile'] });
    const name = 'Allow: Run models in your name';
    expect(switchOf(page, name).checked).toBe(false);
    switchOf(page, name).click();
    expect(done).toEqual(['inference-api on']);
  });

  it('takes nothing more while a sign-in is under way', async () => {
    const { page } = await open({ isWaiting: true });
    const disabled = page.all('switch').map((each) => each.hasAttribute('disabled'));
    expect(disabled).toEqual([true, true, true, true]);
  });

  it('keeps the focus beside the switch while it waits, and on it afterwards', async () => {
    const { page, show } = await open();
    switchOf(page, EMAIL).focus();
    await show({ isWaiting: true });
    expect(document.activeElement).toBe(page.get('button', 'Cancel'));
    await show({ granted: [...BASE, 'email'] });
    expect(document.activeElement).toBe(switchOf(page, EMAIL));
  });
});
