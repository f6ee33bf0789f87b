/* Told by its lines: what is hardly ever seen in prose counts whole, what is seen now and then a third. */

const STRONG: readonly RegExp[] = [
  // Ends as statements and blocks do.
  /[{}]\s*$|[=()[\]'"].*;\s*$|[([]\s*$|=>\s*$|\)\s*[:{]\s*$/,
  /^\s*(?:import|export|from|def|class|function|const|let|var|func|fn|package|namespace|using|struct|enum|interface|type|impl|public|private|protected|static|async|await|return|if|elif|else|for|while|switch|case|try|except|catch|with)\b.*[:;{}()=]\s*$/,
  /^\s*(?:#include|#define|#!|\/\/|\/\*|\*\/|\*\s|<!--|--\s\w|@\w+\s*(?:\(|$))/,
  /^\s*(?:SELECT|INSERT|UPDATE|DELETE|CREATE|FROM|WHERE|JOIN|GROUP BY|ORDER BY)\b.*[\w*,;]$/,
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

/** The part of its lines that must look like code. */
const SHARE = 0.45;

/** Whether a text, or a block of one, is code, configuration or the output of a program. */
export function looksLikeCode(text: string): boolean {
  let lines = 0;
  let signs = 0;
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    lines += 1;
    // Nobody writes longer ones by hand, and expressions would be slow on them.
    signs += line.length > 400 ? 0 : signsOf(line);
  }
  return lines > 0 && signs / lines >= SHARE;
}

function signsOf(line: string): number {
  if (STRONG.some((sign) => sign.test(line))) return 1;
  return Math.min(1, WEAK.filter((sign) => sign.test(line)).length * 0.35);
}
