/** A word of a shell command: as it is where the shell takes it so, else in single quotes. Names of the input are hostile. */
export const shellQuoted = (text: string): string => (/^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);
