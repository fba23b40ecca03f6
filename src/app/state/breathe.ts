/** Ends the task, so that the page can draw and answer: no task of ours may be longer than 50 ms. */
export const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** A part of the page with a breath before it is drawn: taking its code in was one task. */
export async function rested<T>(part: Promise<T>): Promise<T> {
  const got = await part;
  await breathe();
  return got;
}
