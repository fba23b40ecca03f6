/** The rights of a token-checking proxy, in the samples that have one. */
export const proxyRights = import.meta.glob<string>('./proxy-rights/**/*.yaml', { query: '?raw', import: 'default', eager: true });
