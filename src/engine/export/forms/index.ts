export { type Beside, FORMS, type Form, formFiles } from './forms.ts';
export type { FormFile } from './json6902.ts';
export { asServed, jsonPatch } from './jsonPatch.ts';
export { objectChanges } from './objects.ts';
