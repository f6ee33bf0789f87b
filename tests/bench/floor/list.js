/** Rows that are shown at once. */
const PAGE = 50;

function show(texts, words) {
  document.querySelector('#status').textContent = `${texts.length} for ${words}`;
  const rows = texts.map((text) => {
    const row = document.createElement('li');
    row.append(text.slice(0, 300));
    return row;
  });
  document.querySelector('#list').replaceChildren(...rows);
}

// Called from outside, by the bench, which also puts the texts there, the newest first.
globalThis.showNewest = () => show(globalThis.texts.slice(0, PAGE), '');

globalThis.search = (query) => {
  const words = query.split(' ').filter(Boolean);
  const found = [];
  for (const text of globalThis.texts) {
    if (words.every((word) => text.includes(word)) && found.push(text) === PAGE) break;
  }
  show(found, query);
};
