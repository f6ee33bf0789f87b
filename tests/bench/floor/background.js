// As many items as Companion has, so that the way through the native menu is the same.
const ITEMS = ['Ask', 'Open the panel', 'Third', 'Fourth', 'Fifth', 'Sixth'];

chrome.runtime.onInstalled.addListener(() => {
  for (const title of ITEMS) {
    chrome.contextMenus.create({ id: title, title, contexts: ['selection'] });
  }
});

chrome.contextMenus.onClicked.addListener(({ menuItemId, selectionText }, tab) => {
  if (menuItemId === 'Ask') void ask(selectionText);
  if (menuItemId === 'Open the panel') {
    void chrome.sidePanel.open({ windowId: tab.windowId });
    void chrome.storage.session.set({ quote: selectionText });
  }
});

async function ask(text) {
  const response = await fetch('CHAT_URL', {
    method: 'POST',
    headers: { authorization: 'Bearer ACCESS_TOKEN' },
    body: JSON.stringify({
      model: 'MODEL',
      stream: true,
      messages: [{ role: 'user', content: text }],
    }),
  });
  await response.text();
}
