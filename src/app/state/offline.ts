/** The app in one file. The hosted page brings it along as a module; the file itself is its own template. */
export async function offlinePage(): Promise<string> {
  const { default: page } = await import('virtual:offline');
  return page ?? ownPage();
}

/** This page as it was before it ran: its own parts, without what was drawn into it and the state it was opened with. */
function ownPage(): string {
  const own = [...document.head.querySelectorAll('meta, title, [data-own]')].map((e) => e.outerHTML);
  return `<!doctype html>\n<html lang="en">\n<head>${own.join('\n')}</head>\n<body><div id="root"></div></body>\n</html>\n`;
}
