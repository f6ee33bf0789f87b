// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { AccountSettings, SettingsChange } from '@/utils/account/account-settings';
import { withChange } from '@/utils/account/with-change';

const LIVE = ['abacus', 'lantern', 'quill'];

function after(settings: AccountSettings, ...changes: SettingsChange[]): AccountSettings {
  return changes.reduce(withChange, settings);
}

const provider = (name: string, isOn: boolean) => ({ provider: { name, isOn, live: LIVE } });

describe('withChange', () => {
  it('takes one setting back, and leaves the others and what it does not know', () => {
    const settings = { billTo: 'engines', masks: true, ofLater: 7 };
    expect(after(settings, { billTo: null })).toEqual({ masks: true, ofLater: 7 });
  });

  it('chooses for one action at a time, and takes back only that', () => {
    const choices = { ask: { model: 'a/a' } };
    const translate = { model: 'b/b' };
    expect(after({ choices }, { choices: { translate } })).toEqual({
      choices: { ...choices, translate },
    });
    expect(after({ choices }, { choices: { translate } }, { choices: { ask: null } })).toEqual({
      choices: { translate },
    });
  });

  it('takes one favourite, once, and gives one up', () => {
    const star = (model: string, isOn: boolean) => ({ favourite: { model, isOn } });
    expect(after({}, star('a/a', true), star('b/b', true), star('a/a', true))).toEqual({
      favourites: ['b/b', 'a/a'],
    });
    expect(after({ favourites: ['a/a', 'b/b'] }, star('a/a', false))).toEqual({
      favourites: ['b/b'],
    });
  });
});

describe('withChange, of who may get the text', () => {
  it('takes providers away one by one, from all that are live', () => {
    expect(after({}, provider('quill', false), provider('abacus', false))).toEqual({
      providers: ['lantern'],
    });
  });

  it('adds one, whatever the case of its name', () => {
    const providers = ['Lantern', 'quill'];
    expect(after({ providers }, provider('abacus', true), provider('lantern', false))).toEqual({
      providers: ['quill', 'abacus'],
    });
  });

  it('keeps the last one, without which nothing could be sent', () => {
    const none = LIVE.map((name) => provider(name, false));
    expect(after({}, ...none)).toEqual({ providers: ['quill'] });
  });

  it('lets all get it again', () => {
    expect(after({ providers: ['quill'] }, { providers: null })).toEqual({});
  });
});
