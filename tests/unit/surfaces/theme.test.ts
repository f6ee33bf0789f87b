import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { chooseTheme, readTheme } from '@/utils/surfaces/theme';

const script = readFileSync('public/theme.js', 'utf8');

/** A page opens: its first script runs. */
function openPage(system: 'light' | 'dark'): (next: 'light' | 'dark') => void {
  const query = Object.assign(new EventTarget(), { matches: system === 'dark' });
  vi.stubGlobal('matchMedia', () => query);
  // The page's own script, as it is shipped.
  // oxlint-disable-next-line typescript/no-implied-eval, no-new-func -- see above
  new Function(script)();
  return (next) => {
    query.matches = next === 'dark';
    query.dispatchEvent(new Event('change'));
  };
}

const shown = () => document.documentElement.dataset['theme'];

beforeEach(() => {
  localStorage.clear();
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the theme', () => {
  it('is the one of the system, and goes with it, where nothing was chosen', () => {
    const change = openPage('dark');
    expect(shown()).toBe('dark');
    change('light');
    expect(shown()).toBe('light');
    expect(readTheme()).toBe('system');
  });

  it.each(['light', 'dark'] as const)(
    'is %s by choice, before and after the page opens',
    (choice) => {
      const system = choice === 'light' ? 'dark' : 'light';
      openPage(system);
      expect(chooseTheme(choice)).toBe(true);
      expect(shown()).toBe(choice);
      delete document.documentElement.dataset['theme'];
      openPage(system);
      expect(shown()).toBe(choice);
      expect(readTheme()).toBe(choice);
    },
  );

  it('is the one of the system again by choice, and leaves nothing behind', () => {
    openPage('dark');
    chooseTheme('light');
    chooseTheme('system');
    expect(shown()).toBe('dark');
    expect(localStorage.length).toBe(0);
  });

  it('takes what else stands there for no choice', () => {
    localStorage.setItem('theme', '<b>');
    openPage('light');
    expect(shown()).toBe('light');
    expect(readTheme()).toBe('system');
  });

  it('is that of the system in a browser that keeps nothing for pages, which is told', () => {
    vi.stubGlobal('localStorage', undefined);
    openPage('dark');
    expect(shown()).toBe('dark');
    expect(readTheme()).toBe('system');
    expect(chooseTheme('light')).toBe(false);
  });
});
