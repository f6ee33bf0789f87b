import type { Tokens } from 'marked';
import { Inline } from './inline';
import type { MarkdownLabels, TokenProps } from './markdown-labels';

interface RowProps {
  readonly cells: readonly Tokens.TableCell[];
  readonly labels: MarkdownLabels;
}

function Row({ cells, labels }: RowProps) {
  return (
    <tr>
      {cells.map(({ align, header, tokens }, index) => {
        const props = { dir: 'auto' as const, class: align ? `md-${align}` : undefined };
        const content = <Inline tokens={tokens} labels={labels} />;
        return header ? (
          <th key={index} scope="col" {...props}>
            {content}
          </th>
        ) : (
          <td key={index} {...props}>
            {content}
          </td>
        );
      })}
    </tr>
  );
}

/** A table in a region that scrolls sideways and can be reached with the keyboard. */
export function Table({ token, labels }: TokenProps<Tokens.Table>) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolls: the keyboard must reach it
    <section class="md-table" aria-label={labels.table} tabIndex={0}>
      <table>
        <thead>
          <Row cells={token.header} labels={labels} />
        </thead>
        <tbody>
          {token.rows.map((cells, index) => (
            <Row key={index} cells={cells} labels={labels} />
          ))}
        </tbody>
      </table>
    </section>
  );
}
