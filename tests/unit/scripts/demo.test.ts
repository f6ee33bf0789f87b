import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { readArguments } from '@/scripts/demo/arguments';
import { hasDisplay, toolsFor } from '@/scripts/demo/browsers';

describe('the command line of the demo', () => {
  test('plays in Chromium, by hand where it can, unless told otherwise', () => {
    expect(readArguments([])).toEqual({ browser: 'chromium', isJourney: false });
    const firefox = ['--browser', 'firefox', '--journey'];
    expect(readArguments(firefox)).toEqual({ browser: 'firefox', isJourney: true });
  });

  test.each<[string[], string]>([
    [['--browser', 'safari'], '--browser is "safari", but it must be chromium or firefox.'],
    [['--browsr', 'firefox'], "Unknown option '--browsr'. Known are --browser and --journey."],
    [['firefox'], "Unexpected argument 'firefox'. Known are --browser and --journey."],
  ])('ends on %j with one sentence and status 1', (args, sentence) => {
    expect(() => readArguments(args)).toThrow(sentence);
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['scripts/demo/index.ts', ...args],
      { encoding: 'utf8' },
    );
    expect([status, stdout, stderr]).toEqual([1, expect.stringMatching(/^[^\n]+\n$/u), '']);
  });
});

describe('what the demo needs', () => {
  test('never holds the other browser, and no virtual screen for a person', () => {
    expect(toolsFor('firefox', false)).toEqual(['firefox']);
    expect(toolsFor('chromium', false)).toEqual(['chromium']);
    expect(toolsFor('firefox', true)).toEqual(['firefox', 'xvfb', 'xdotool']);
    expect(toolsFor('chromium', true)).toEqual(['chromium', 'xvfb', 'xdotool']);
  });

  test('is a display of its own on Linux, and for Firefox an X display', () => {
    for (const browser of ['chromium', 'firefox'] as const) {
      expect(hasDisplay(browser, 'linux', {})).toBe(false);
      expect(hasDisplay(browser, 'linux', { DISPLAY: '' })).toBe(false);
      expect(hasDisplay(browser, 'linux', { DISPLAY: ':0' })).toBe(true);
      expect(hasDisplay(browser, 'darwin', {})).toBe(true);
    }
    const wayland = { WAYLAND_DISPLAY: 'wayland-0' };
    expect(hasDisplay('chromium', 'linux', wayland)).toBe(true);
    expect(hasDisplay('firefox', 'linux', wayland)).toBe(false);
  });
});
