import type { Token } from 'marked';
import type { ComponentChildren } from 'preact';
import { decodeEntities } from '@/utils/markdown/decode-entities';
import { isFormula } from '@/utils/markdown/formula-token';
import { describeImage } from '@/utils/markdown/image-words';
import { LINE_BREAK_TAG } from '@/utils/markdown/line-break-tag';
import { isMarkedToken } from '@/utils/markdown/marked-token';
import { withoutSeams } from '@/utils/markdown/seams';
import { Formula } from './formula';
import type { MarkdownLabels, TokenProps } from './markdown-labels';
import { SeamedText } from './seamed-text';
import { SafeLink } from './safe-link';

interface InlineProps {
  readonly tokens: readonly Token[];
  readonly labels: MarkdownLabels;
}

/** Inline tokens one after the other. */
export function Inline({ tokens, labels }: InlineProps) {
  return tokens.map((token, index) => <InlineToken key={index} token={token} labels={labels} />);
}

function InlineToken({ token, labels }: TokenProps<Token>): ComponentChildren {
  if (isFormula(token)) return <Formula token={token} labels={labels} />;
  if (!isMarkedToken(token)) return token.raw;
  switch (token.type) {
    case 'text':
      if (token.tokens) return <Inline tokens={token.tokens} labels={labels} />;
      return <SeamedText text={decodeEntities(token.text)} label={labels.seam} />;
    case 'escape':
      return token.text;
    case 'strong':
      return (
        <strong>
          <Inline tokens={token.tokens} labels={labels} />
        </strong>
      );
    case 'em':
      return (
        <em>
          <Inline tokens={token.tokens} labels={labels} />
        </em>
      );
    case 'del':
      return (
        <del>
          <Inline tokens={token.tokens} labels={labels} />
        </del>
      );
    case 'codespan':
      return <code dir="auto">{withoutSeams(token.text)}</code>;
    case 'br':
      return <br />;
    case 'link':
      return (
        <SafeLink href={token.autolink ? token.href : decodeEntities(token.href)} text={token.text}>
          {token.autolink ? token.text : <Inline tokens={token.tokens} labels={labels} />}
        </SafeLink>
      );
    case 'image':
      return <span class="md-image">{describeImage(token, labels.image)}</span>;
    case 'checkbox':
      return <span class="md-task">{token.checked ? '☑ ' : '☐ '}</span>;
    case 'html':
      return LINE_BREAK_TAG.test(token.raw) ? <br /> : token.raw;
    case 'blockquote':
    case 'code':
    case 'def':
    case 'heading':
    case 'hr':
    case 'list':
    case 'list_item':
    case 'paragraph':
    case 'space':
    case 'table':
    default:
      return token.raw;
  }
}
