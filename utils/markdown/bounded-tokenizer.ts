import { Tokenizer, type Tokens } from 'marked';
import { cutBlock } from './cut-block';
import { beforeBlockFormula } from './find-formula';
import { MAX_CONTAINER_LENGTH, MAX_TABLE_CELLS, MAX_URL_LENGTH } from './limits';
import { countColumns, hasMoreLines } from './measure-table';

const LIST = /^ {0,3}(?:[*+-]|\d{1,9}[.)])/;
const QUOTE = /^ {0,3}>/;
const ITEM_START = /^(?:[*+-]|\d{1,9}[.)])[ \t]/;
const QUOTE_START = /^>/;
const LONG_WORD = new RegExp(`^\\S{${MAX_URL_LENGTH + 1}}`);

/** marked's tokenizer, held back where hostile text would make it slow or fill the memory. */
export class BoundedTokenizer extends Tokenizer {
  /** Whether there can be formulas that interrupt a paragraph: to look for them takes time. */
  mayHaveFormulas = false;

  /** A very long list becomes several: lines that lazily continue an item cost the square of their number. */
  override list(src: string): Tokens.List | undefined {
    return LIST.test(src) ? super.list(cutBlock(src, ITEM_START)) : undefined;
  }

  /** A very long quote becomes several, for the same reason. */
  override blockquote(src: string): Tokens.Blockquote | undefined {
    return QUOTE.test(src) ? super.blockquote(cutBlock(src, QUOTE_START)) : undefined;
  }

  /** Refuses what is no table before marked reads all its rows, and a table of too many cells. */
  override table(src: string): Tokens.Table | undefined {
    const columns = countColumns(src);
    if (columns === undefined) return undefined;
    if (hasMoreLines(src, MAX_TABLE_CELLS / columns)) return undefined;
    return super.table(src);
  }

  /** Refuses very long addresses: trimming their end takes the square of their length. */
  override url(src: string): Tokens.Link | undefined {
    return LONG_WORD.test(src) ? undefined : super.url(src);
  }

  /** A paragraph ends where lines of a formula begin. */
  override paragraph(src: string): Tokens.Paragraph | undefined {
    if (!this.mayHaveFormulas) return super.paragraph(src);
    const begun = super.paragraph(src.slice(0, MAX_CONTAINER_LENGTH));
    return super.paragraph(beforeBlockFormula(src, begun?.raw.length ?? 0));
  }

  /** So does what could be a heading by the line below it: formulas have lines of nothing but `=`. */
  override lheading(src: string): Tokens.Heading | undefined {
    if (!this.mayHaveFormulas) return super.lheading(src);
    const begun = super.lheading(src.slice(0, MAX_CONTAINER_LENGTH));
    return begun && super.lheading(beforeBlockFormula(src, begun.raw.length));
  }
}
