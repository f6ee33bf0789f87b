/** The source of a function that gives the words of what went wrong, or what should not be there. */
export const WORDS = `(attempt) => Promise.resolve().then(attempt).then(
  (value) => 'got ' + JSON.stringify(value),
  (error) => String(error),
)`;
