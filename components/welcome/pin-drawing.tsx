/** The toolbar with the extensions menu open, and our button pinned in it. A decoration: the words beside it say the same. */
export function PinDrawing() {
  return (
    <svg class="pin-drawing" viewBox="0 0 320 116" aria-hidden="true" focusable="false">
      <rect class="pin-bar" x="1" y="1" width="318" height="42" rx="10" />
      <rect class="pin-field" x="14" y="10" width="212" height="24" rx="12" />
      <rect class="pin-words" x="28" y="19" width="96" height="6" rx="3" />
      <Bubble x={240} y={12} />
      <path
        class="pin-line"
        d="M276 16h5a3 3 0 1 1 6 0h5v6a3 3 0 1 1 0 6v4h-16v-5a3 3 0 1 0 0-5z"
      />
      <circle class="pin-words" cx="308" cy="22" r="2" />
      <rect class="pin-menu" x="150" y="54" width="150" height="58" rx="10" />
      <path class="pin-menu" d="m278 54 6-7 6 7" />
      <rect class="pin-words" x="190" y="66" width="44" height="6" rx="3" />
      <Bubble x={162} y={82} />
      <rect class="pin-words" x="190" y="89" width="62" height="6" rx="3" />
      <path class="pin-here" d="m277 83 8 8-3 1-3 4 .500 4-4-4-5 5 5-5-4-4 4 .500 4-3z" />
      <circle class="pin-ring" cx="276" cy="92" r="15" />
    </svg>
  );
}

/** Our icon, small. */
function Bubble({ x, y }: { x: number; y: number }) {
  return (
    <g transform={`translate(${x} ${y}) scale(0.156)`}>
      <path
        class="pin-bubble"
        d="M34 8h60a28 28 0 0 1 28 28v40a28 28 0 0 1-28 28H66l-26.5 19.5c-3 2.2-7.5.1-7.5-3.7V103.9A28 28 0 0 1 6 76V36A28 28 0 0 1 34 8z"
      />
      <rect class="pin-mark" x="22" y="46" width="84" height="22" rx="7" />
    </g>
  );
}
