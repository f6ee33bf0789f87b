import type { Tokens } from 'marked';
import { CopyButton } from '@/components/ui/copy-button';
import { withoutSeams } from '@/utils/markdown/seams';
import type { TokenProps } from './markdown-labels';

const LANGUAGE = /^[^\s{]{1,40}/;

/** A code block: the language as text above it, the code as text in `pre`, and a button to copy it. */
export function CodeBlock({ token, labels }: TokenProps<Tokens.Code>) {
  const language = LANGUAGE.exec(token.lang ?? '')?.[0];
  const code = withoutSeams(token.text).replace(/\n$/, '');
  return (
    <div class="md-code">
      {(language !== undefined || labels.copyCode !== undefined) && (
        <div class="md-code-head">
          <span class="md-code-language">{language}</span>
          {labels.copyCode !== undefined && (
            <CopyButton label={labels.copyCode} text={() => code} />
          )}
        </div>
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolls: the keyboard must reach it */}
      <pre dir="ltr" tabIndex={0}>
        <code>{code}</code>
      </pre>
    </div>
  );
}
