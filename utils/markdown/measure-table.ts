const DELIMITER_ROW = /^[ \t|:-]*-[ \t|:-]*$/;
const BLANK_LINE = /^[ \t]*$/;

function countHeaderCells(row: string): number {
  const cells = row.replace(/\\[\\|]/g, 'x').split('|');
  if (cells[0]?.trim() === '') cells.shift();
  if (cells.at(-1)?.trim() === '') cells.pop();
  return cells.length;
}

function countDelimiterCells(row: string): number {
  return row
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|').length;
}

/** How many columns the table has that `src` begins with; undefined if it begins with none. */
export function countColumns(src: string): number | undefined {
  const headerEnd = src.indexOf('\n');
  if (headerEnd === -1) return undefined;
  const delimiterEnd = src.indexOf('\n', headerEnd + 1);
  const delimiters = src.slice(headerEnd + 1, delimiterEnd === -1 ? undefined : delimiterEnd);
  if (!DELIMITER_ROW.test(delimiters)) return undefined;
  const columns = countHeaderCells(src.slice(0, headerEnd));
  return columns === countDelimiterCells(delimiters) ? columns : undefined;
}

/** Whether `src` has more than `limit` lines before its first blank one. */
export function hasMoreLines(src: string, limit: number): boolean {
  let start = 0;
  for (let lines = 1; lines <= limit; lines += 1) {
    const end = src.indexOf('\n', start);
    if (end === -1 || BLANK_LINE.test(src.slice(start, end))) return false;
    start = end + 1;
  }
  return start < src.length;
}
