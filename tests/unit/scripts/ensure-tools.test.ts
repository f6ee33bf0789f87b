import { describe, expect, test } from 'vitest';

import { planFor } from '@/scripts/tools/plan';
import type { Machine } from '@/scripts/tools/plan';

const debian: Machine = {
  platform: 'linux',
  missing: ['chromium', 'firefox', 'xvfb', 'xdotool'],
  hasApt: true,
  isRoot: true,
  hasSudo: false,
};

describe('the tools of the browser tests', () => {
  test('asks for nothing when everything is there', () => {
    expect(planFor({ ...debian, missing: [] })).toEqual({ kind: 'nothing' });
  });

  test('installs only what is missing, as root, and names the exact command before', () => {
    const command = 'apt-get update && apt-get install -y --no-install-recommends xvfb xdotool';
    expect(planFor({ ...debian, missing: ['xvfb', 'xdotool'] })).toEqual({
      kind: 'install',
      command,
      sentence: `Missing: Xvfb and xdotool; installing now by: ${command}`,
    });
  });

  test('brings a font for Chinese, Japanese and Korean along with Chromium', () => {
    expect(planFor(debian)).toMatchObject({
      command: expect.stringMatching(/ chromium fonts-wqy-microhei firefox-esr xvfb xdotool$/u),
    });
  });

  test('installs the release of Firefox that changes least, and calls it by its name', () => {
    expect(planFor({ ...debian, missing: ['firefox'] })).toMatchObject({
      command: expect.stringMatching(/ firefox-esr$/u),
      sentence: expect.stringMatching(/^Missing: Firefox; /u),
    });
  });

  test('uses sudo for both commands when it asks for no password', () => {
    expect(planFor({ ...debian, isRoot: false, hasSudo: true })).toMatchObject({
      kind: 'install',
      command: expect.stringMatching(/^sudo -n apt-get update && sudo -n apt-get install /u),
    });
  });

  test('gives the command to run when it may not install', () => {
    expect(planFor({ ...debian, isRoot: false })).toMatchObject({
      kind: 'give-up',
      sentence: expect.stringMatching(/by: sudo apt-get update && sudo apt-get install -y /u),
    });
  });

  test.each<{ readonly title: string; readonly machine: Machine }>([
    { title: 'macOS', machine: { ...debian, platform: 'darwin', hasApt: false } },
    { title: 'Windows', machine: { ...debian, platform: 'win32', hasApt: false } },
    { title: 'a Linux without apt-get', machine: { ...debian, hasApt: false } },
  ])('installs nothing on $title, but says what to install', ({ machine }) => {
    expect(planFor(machine).kind).toBe('give-up');
    expect(planFor({ ...machine, missing: ['chromium'] })).toMatchObject({
      kind: 'give-up',
      sentence: expect.stringContaining('CHROMIUM_PATH'),
    });
    expect(planFor({ ...machine, missing: ['firefox'] })).toMatchObject({
      kind: 'give-up',
      sentence: expect.stringContaining('FIREFOX_PATH'),
    });
  });

  test('says everything in one line', () => {
    for (const hasApt of [true, false]) {
      const plan = planFor({ ...debian, isRoot: false, hasApt });
      expect('sentence' in plan && plan.sentence).toMatch(/^[^\n]+$/u);
    }
  });
});
