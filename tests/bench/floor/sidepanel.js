/** Lines in one part of the answer: what has been laid out stays so when another part grows. */
const LINES = 50;

/** Appends text to the answer, a block for each line: in a single block all would be laid out each time. */
function appendTo(answer) {
  let part;
  let line;
  const addLine = () => {
    if (!part || part.childElementCount === LINES) {
      part = answer.appendChild(document.createElement('section'));
    }
    line = part.appendChild(document.createElement('div'));
  };
  addLine();
  return (text) => {
    const [first, ...more] = text.split('\n');
    if (first) line.append(first);
    for (const next of more) {
      addLine();
      if (next) line.append(next);
    }
  };
}

// Called from outside, by the bench: shows the answer to one chat, as it comes.
globalThis.ask = async () => {
  const answer = document.querySelector('#answer');
  answer.replaceChildren();
  const append = appendTo(answer);
  const response = await fetch('CHAT_URL', {
    method: 'POST',
    headers: { authorization: 'Bearer ACCESS_TOKEN' },
    body: JSON.stringify({
      model: 'MODEL',
      stream: true,
      messages: [{ role: 'user', content: 'floor' }],
    }),
  });
  const decoder = new TextDecoder();
  let rest = '';
  for await (const bytes of response.body) {
    const events = (rest + decoder.decode(bytes, { stream: true })).split('\n\n');
    rest = events.pop();
    let added = '';
    for (const event of events) {
      if (event === 'data: [DONE]') continue;
      added += JSON.parse(event.slice('data: '.length)).choices[0]?.delta.content ?? '';
    }
    if (added) append(added);
  }
};

/** Shows what was selected, whether it is there already or not. */
function quote(text) {
  if (text) document.querySelector('blockquote').textContent = text;
}

chrome.storage.session.onChanged.addListener(({ quote: change }) => quote(change?.newValue));
void chrome.storage.session.get('quote').then((stored) => quote(stored.quote));
