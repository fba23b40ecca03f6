/** What may be masked, in the order it is done: a registry is a host as well. */
export const MASKS = ['env', 'registries', 'hosts', 'addresses'] as const;
export type Mask = (typeof MASKS)[number];
