const SPECIAL = /[\\^$.|?*+()[\]{}]/;

/** True when the text has no meaning as a regular expression beyond itself. */
export const isPlain = (text: string): boolean => !SPECIAL.test(text);
