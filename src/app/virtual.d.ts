declare module 'virtual:offline' {
  /** The single-file build as text; null inside of it, and where it was not built. */
  const page: string | null;
  export default page;
}

declare module '*?worker&inline' {
  const create: new () => Worker;
  export default create;
}
