/** As package.json has it; written in by the build. */
declare const __LINKCHAIN_VERSION__: string;
export const VERSION: string = typeof __LINKCHAIN_VERSION__ === 'string' ? __LINKCHAIN_VERSION__ : 'dev';
