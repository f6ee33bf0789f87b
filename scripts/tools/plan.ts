/** A program that the tests or the demo need, as `find-tools.ts` looks for it. */
export type Tool = 'chromium' | 'firefox' | 'xvfb' | 'xdotool';

/** What is known about this computer before anything is changed on it. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly missing: readonly Tool[];
  readonly hasApt: boolean;
  readonly isRoot: boolean;
  /** Whether `sudo -n` works, that is without asking for a password. */
  readonly hasSudo: boolean;
}

/** What to do about missing tools; `sentence` is for the person who started the script. */
export type Plan =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'install'; readonly sentence: string; readonly command: string }
  | { readonly kind: 'give-up'; readonly sentence: string };

/**
 * Ubuntu's `chromium` is a snap, which can't read a profile in /tmp, and it has no `firefox-esr`;
 * where there is none, apt-get says so and so do we.
 *
 * Chromium alone pulls in DejaVu, in regular and bold, but no Chinese, Japanese or Korean glyphs:
 * answers in them would be drawn as boxes. WenQuanYi Micro Hei is the smallest that has them.
 */
const PACKAGES: Readonly<Record<Tool, readonly string[]>> = {
  chromium: ['chromium', 'fonts-wqy-microhei'],
  firefox: ['firefox-esr'],
  xvfb: ['xvfb'],
  xdotool: ['xdotool'],
};

const NAMES: Readonly<Record<Tool, string>> = {
  chromium: 'Chromium',
  firefox: 'Firefox',
  xvfb: 'Xvfb',
  xdotool: 'xdotool',
};

/** What to say where there is no apt-get and nothing but this is missing. */
const ALONE: Readonly<Partial<Record<Tool, string>>> = {
  chromium:
    'No Chromium found (Chrome and Edge ignore --load-extension): install Chromium, or name its program in CHROMIUM_PATH.',
  firefox: 'No Firefox found: install Firefox ESR, or name its program in FIREFOX_PATH.',
};

function aptCommand(missing: readonly Tool[], prefix: string): string {
  const packages = missing.flatMap((tool) => PACKAGES[tool]).join(' ');
  return (
    `${prefix}apt-get update && ` +
    `${prefix}apt-get install -y --no-install-recommends ${packages}`
  );
}

function inWords(missing: readonly Tool[]): string {
  const names = missing.map((tool) => NAMES[tool]);
  const last = names.pop() ?? '';
  return names.length === 0 ? last : `${names.join(', ')} and ${last}`;
}

/** Decides what to do, without doing it. */
export function planFor({ platform, missing, hasApt, isRoot, hasSudo }: Machine): Plan {
  if (missing.length === 0) return { kind: 'nothing' };
  const what = inWords(missing);
  if (platform === 'linux' && hasApt) {
    if (!isRoot && !hasSudo) {
      const command = aptCommand(missing, 'sudo ');
      return { kind: 'give-up', sentence: `Missing: ${what}; install by: ${command}` };
    }
    const command = aptCommand(missing, isRoot ? '' : 'sudo -n ');
    return {
      kind: 'install',
      command,
      sentence: `Missing: ${what}; installing now by: ${command}`,
    };
  }
  const alone = missing.length === 1 && missing[0] ? ALONE[missing[0]] : undefined;
  if (alone !== undefined) return { kind: 'give-up', sentence: alone };
  return {
    kind: 'give-up',
    sentence: `Missing: ${what}; install by your system's own means, or run this on Debian or Ubuntu.`,
  };
}
