import type { Token, Tokens } from 'marked';
import { Component, type ComponentChildren } from 'preact';
import { formulaOfFence } from '@/utils/markdown/formula-of-fence';
import { isFormula } from '@/utils/markdown/formula-token';
import { isMarkedToken } from '@/utils/markdown/marked-token';
import { CodeBlock } from './code-block';
import { Formula } from './formula';
import { Inline } from './inline';
import { List } from './list';
import type { MarkdownLabels, TokenProps } from './markdown-labels';
import { Table } from './table';

interface BlocksProps {
  readonly tokens: readonly Token[];
  readonly labels: MarkdownLabels;
}

/** Block tokens one after the other, as they stand inside a quote or a list item. */
export function Blocks({ tokens, labels }: BlocksProps) {
  return tokens.map((token, index) => <Block key={index} token={token} labels={labels} />);
}

function Heading({ token, labels }: TokenProps<Tokens.Heading>) {
  const content = <Inline tokens={token.tokens} labels={labels} />;
  // The page's own headings are h1 and h2. Most answers begin with their second level, and a level that is
  // left out between would mislead who goes from heading to heading.
  if (token.depth <= 2) return <h3 dir="auto">{content}</h3>;
  if (token.depth === 3) return <h4 dir="auto">{content}</h4>;
  if (token.depth === 4) return <h5 dir="auto">{content}</h5>;
  return <h6 dir="auto">{content}</h6>;
}

function Verbatim({ text }: { readonly text: string }) {
  return (
    <p class="md-verbatim" dir="auto">
      {text}
    </p>
  );
}

function Code({ token, labels }: TokenProps<Tokens.Code>) {
  const formula = formulaOfFence(token);
  return formula ? (
    <Formula token={formula} labels={labels} />
  ) : (
    <CodeBlock token={token} labels={labels} />
  );
}

/** One block token as elements; a token of an unknown type as its own text. */
export function Block({ token, labels }: TokenProps<Token>): ComponentChildren {
  if (isFormula(token)) return <Formula token={token} labels={labels} />;
  if (!isMarkedToken(token)) return <Verbatim text={token.raw} />;
  switch (token.type) {
    case 'space':
    case 'def':
      return null;
    case 'heading':
      return <Heading token={token} labels={labels} />;
    case 'paragraph':
      return (
        <p dir="auto">
          <Inline tokens={token.tokens} labels={labels} />
        </p>
      );
    case 'blockquote':
      return (
        <blockquote dir="auto">
          <Blocks tokens={token.tokens} labels={labels} />
        </blockquote>
      );
    case 'code':
      return <Code token={token} labels={labels} />;
    case 'hr':
      return <hr />;
    case 'list':
      return <List token={token}>{(item) => <Blocks tokens={item.tokens} labels={labels} />}</List>;
    case 'table':
      return <Table token={token} labels={labels} />;
    case 'text':
    case 'checkbox':
      return <Inline tokens={[token]} labels={labels} />;
    case 'br':
    case 'codespan':
    case 'del':
    case 'em':
    case 'escape':
    case 'html':
    case 'image':
    case 'link':
    case 'list_item':
    case 'strong':
    default:
      return <Verbatim text={token.raw} />;
  }
}

/** A top-level block that is rendered again only for another token or other labels. */
export class MemoBlock extends Component<TokenProps<Token>> {
  override shouldComponentUpdate(next: TokenProps<Token>): boolean {
    return next.token !== this.props.token || next.labels !== this.props.labels;
  }

  override render() {
    return <Block token={this.props.token} labels={this.props.labels} />;
  }
}
