/** Names of files that may carry a state: pictures, pages and JSON that linkchain made. */
export const mayCarry = (name: string): boolean => /\.(?:svg|png|html?|json)$/i.test(name);
