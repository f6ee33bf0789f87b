/** Puts what is selected on the page into the box. */
async function fill() {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  const [frame] = await chrome.scripting.executeScript({
    target: { tabId: tab.id },
    func: () => getSelection().toString(),
    injectImmediately: true,
  });
  document.querySelector('textarea').value = frame.result;
}

void fill();
