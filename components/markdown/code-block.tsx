import type { Tokens } from 'marked';
import { withoutSeams } from '@/utils/markdown/seams';
import type { TokenProps } from './markdown-labels';

const LANGUAGE = /^[^\s{]{1,40}/;

/** A code block: the language as text above it, the code as text in `pre`, and a button to copy it. */
export function CodeBlock({ token, labels }: TokenProps<Tokens.Code>) {
  const { copyCode, onCopyCode } = labels;
  const language = LANGUAGE.exec(token.lang ?? '')?.[0];
  const code = withoutSeams(token.text).replace(/\n$/, '');
  const canCopy = copyCode !== undefined && onCopyCode !== undefined;
  return (
    <div class="md-code">
      {(language !== undefined || canCopy) && (
        <div class="md-code-head">
          <span class="md-code-language">{language}</span>
          {canCopy && (
            <button type="button" class="md-code-copy" onClick={() => onCopyCode(code)}>
              {copyCode}
            </button>
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
