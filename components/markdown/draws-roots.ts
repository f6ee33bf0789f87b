const MATHML = 'http://www.w3.org/1998/Math/MathML';

let known: boolean | undefined;

/**
 * Whether this browser draws the sign of a root. Chromium draws none where the computer has no mathematical
 * font, and then a formula would say something else. Asked once, of the document.
 */
export function drawsRoots(): boolean {
  known ??= measure();
  return known;
}

function measure(): boolean {
  const math = document.createElementNS(MATHML, 'math');
  const root = math.appendChild(document.createElementNS(MATHML, 'msqrt'));
  const inside = root.appendChild(document.createElementNS(MATHML, 'mi'));
  inside.textContent = 'x';
  document.body.append(math);
  const isWider = root.getBoundingClientRect().width > inside.getBoundingClientRect().width + 1;
  math.remove();
  return isWider;
}
