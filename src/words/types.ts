/** A sentence with `{name}` placeholders, or its plural forms chosen by `{count}` through Intl.PluralRules. */
export type Message = string | { one?: string; other: string };
export type Area = Readonly<Record<string, Message>>;
export type Lang = 'en' | 'zh-CN';
export type Params = Readonly<Record<string, string | number>>;

/** The same keys as the English area: a missing key does not compile. */
export type Translated<T extends Area> = { readonly [K in keyof T]: Message };
