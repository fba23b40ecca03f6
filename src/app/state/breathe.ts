/** Ends the task, so that the page can draw and answer: no task of ours may be longer than 50 ms. */
export const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
