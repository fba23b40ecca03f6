// Go changes the case of text letter by letter, one for one (strings.ToLower, unicode.SimpleFold tables); JavaScript lets
// one letter become several and looks at its neighbours.

const oneForOne = (text: string, change: (letter: string) => string): string =>
  [...text]
    .map((letter) => {
      const changed = change(letter);
      return [...changed].length === 1 ? changed : letter;
    })
    .join('');

/** As the action `lowercase` does it; the one letter that JavaScript turns into two has a simple counterpart all the same. */
export const lowerCase = (text: string): string => oneForOne(text, (letter) => (letter === 'İ' ? 'i' : letter.toLowerCase()));

/** As the action `uppercase` does it. */
export const upperCase = (text: string): string => oneForOne(text, (letter) => letter.toUpperCase());
