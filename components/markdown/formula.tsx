import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { FormulaToken } from '@/utils/markdown/formula-token';
import { withoutSeams } from '@/utils/markdown/seams';
import type { TokenProps } from './markdown-labels';

/** Loaded with the first formula: what reads TeX is larger than all the rest of an answer. */
const drawing = signal<typeof import('./mathml') | undefined>(undefined);

function load(): void {
  void import('./mathml').then(
    (module) => {
      drawing.value = module;
    },
    // The source is readable too; the next formula tries again.
    () => undefined,
  );
}

/** A formula: its source in code style until it can be drawn, and where it can't. */
export function Formula({ token, labels }: TokenProps<FormulaToken>) {
  useEffect(() => {
    if (!drawing.value) load();
  }, []);
  const tex = withoutSeams(token.text).trim();
  const source = <code dir="ltr">{withoutSeams(token.raw).trim()}</code>;
  const Mathml = drawing.value?.Mathml;
  const drawn = Mathml ? (
    <Mathml tex={tex} isDisplay={token.isDisplay}>
      {source}
    </Mathml>
  ) : (
    source
  );
  if (!token.isDisplay)
    return <span class={tex.length > 40 ? 'md-formula-long' : undefined}>{drawn}</span>;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolls: the keyboard must reach it
    <span class="md-formula" role="group" aria-label={labels.formula} tabIndex={0}>
      {drawn}
    </span>
  );
}
