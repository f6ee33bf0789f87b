/** How patiently tests wait for what a background does in its own time: less than Vitest for the test. Milliseconds. */
export const WAIT = { timeout: 4_000, interval: 10 };
