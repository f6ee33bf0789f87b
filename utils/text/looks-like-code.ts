import { hasOptions, isCommandLine } from './command-line.ts';

/* Told by its lines: what is hardly ever seen in prose counts whole, what is seen now and then a third. */

const STRONG: readonly RegExp[] = [
  // Ends as statements and blocks do.
  /[{}]\s*$|[=()[\]'"].*;\s*$|[([]\s*$|=>\s*$|\)\s*[:{]\s*$/,
  /^\s*(?:import|export|from|def|class|function|const|let|var|func|fn|package|namespace|using|struct|enum|interface|type|impl|public|private|protected|static|async|await|return|if|elif|else|for|while|switch|case|try|except|catch|with)\b.*[:;{}()=]\s*$/,
  /^\s*(?:#include|#define|#!|\/\/|\/\*|\*\/|\*\s|<!--|--\s\w|@\w+\s*(?:\(|$))/,
  /^\s*(?:SELECT|INSERT|UPDATE|DELETE|CREATE|FROM|WHERE|JOIN|GROUP BY|ORDER BY)\b.*[\w*,;]$/,
  /^\s*(?:from\s+[\w.]+\s+import\s|import\s+[\w.]+(?:\s+as\s+\w+)?\s*$)/,
  /^\s*<\/?[a-z][\w-]*(?:\s[^<>]*)?\/?>/i,
  // Prompts, stack traces, differences, log lines.
  /^(?:\$|>>>|PS>|[\w.-]+@[\w.-]+:\S*[$#])\s\S/,
  /^\s*at\s\S.*[:(]\d+|^\s*File ".*", line \d+/,
  /^(?:diff --git|@@ -\d|index [\da-f]{7}|[+-]{3} [ab]\/)/,
  /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d/,
  // Pairs of a configuration, and selectors.
  /^\s*"[^"]*"\s*:\s/,
  /^\s+[\w-]+:(?:\s|$)/,
  /^\s*[\w.$[\]]+\s*(?:[-+*/|&]?=|:=|\+\+|<-)\s*\S/,
  /^\s*[\w.$]+\([^)]*\)\s*;?\s*$/,
];

const WEAK: readonly RegExp[] = [
  /^(?: {2,}|\t)\S/,
  /;\s*$/,
  /=>|->|::|===?|!==?|&&|\|\||\?\.|\w\(\)|\$\{/,
  /^\s*[\])}]+[,;)]?\s*$/,
  /\b[a-z]+[A-Z]\w*\b|\b\w+_\w+\b/,
];

/** A statement of SQL in either case. "Select the lamp from the list" is none. */
const SQL =
  /^\s*(?:select\s(?!(?:the|an?|any|one|your)\s)[\s\S]{1,2000}?\sfrom\s+(?!(?:the|an?|any|one|your)\s)|insert\s+into\s+\S+\s*(?:\(|values|select)|update\s+\S+\s+set\s+\S+\s*=|delete\s+from\s+\S+\s+where\s|(?:create|alter|drop)\s+(?:table|view|index)\s|with\s+\w+\s+as\s*\()/im;

/** A line where there is such a statement. */
const SQL_LINE =
  /^\s*(?:select|from|where|and|or|on|set|values|having|limit|returning|union|with|when|insert into|update|delete from|create|alter|drop|group by|order by|(?:(?:left|right|full|inner|outer|cross)\s+)*join)\b|^\s+\S|[,;(]\s*$|^\s*\)/i;

/** The part of its lines that must look like code. */
const SHARE = 0.45;

/** Whether a text, or a block of one, is code, configuration or the output of a program. */
export function looksLikeCode(text: string): boolean {
  const isSql = SQL.test(text);
  let lines = 0;
  let signs = 0;
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    lines += 1;
    // Nobody writes longer ones by hand, and expressions would be slow on them.
    if (line.length <= 400) signs += isSql && SQL_LINE.test(line) ? 1 : signsOf(line);
  }
  return lines > 0 && signs / lines >= SHARE;
}

function signsOf(line: string): number {
  if (isCommandLine(line) || hasOptions(line)) return 1;
  if (STRONG.some((sign) => sign.test(line))) return 1;
  return Math.min(1, WEAK.filter((sign) => sign.test(line)).length * 0.35);
}
