import type { RawObject } from '../ingest/index.ts';
import type { PatchInput } from './input.ts';
import type { Consequence, Plan } from './types.ts';

const isKustomization = (path: string): boolean => /(^|\/)kustomization\.ya?ml$/i.test(path);
const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const names = (text: string, word: string): boolean => new RegExp(`(^|[^\\w.-])${word.replace(/\W/g, '\\$&')}($|[^\\w.-])`, 'm').test(text);

/** What kustomize would still do to a plan: lists of files that are out of date, and patches that undo or restore what was changed. */
export function kustomizeTells(input: PatchInput, touched: readonly RawObject[], files: Plan['files']): Consequence[] {
  return [...listedElsewhere(input, files), ...patchedElsewhere(input, touched)];
}

/** A kustomization names its files: one that comes or goes has to be told to it. */
function listedElsewhere(input: PatchInput, files: Plan['files']): Consequence[] {
  const texts = new Map(input.files.map((f) => [f.path, f.text]));
  const comesOrGoes = files.some(({ path, edits }) => {
    const text = texts.get(path);
    return text === undefined || edits.some((e) => e.start === 0 && e.end === text.length && e.text === '');
  });
  if (!comesOrGoes) return [];
  return [...texts.keys()].filter(isKustomization).map((file) => ({ code: 'kustomization', params: { file }, severity: 'warning' }));
}

/** Fragments of objects that the plan changes or deletes, which are read by kustomize alone, and kustomizations that patch them. */
function patchedElsewhere({ ingested, files }: PatchInput, touched: readonly RawObject[]): Consequence[] {
  const fragments = ingested.problems.filter((p) => p.code === 'fragment-ignored' && touched.some((o) => o.id === p.params['object']));
  const patching = files.filter(({ path, text }) => {
    if (!isKustomization(path) || !/^\s*patch\w*:/m.test(text)) return false;
    return fragments.some((f) => text.includes(baseName(f.file))) || touched.some((o) => names(text, o.name));
  });
  return [
    ...fragments.map(
      ({ file, params }): Consequence => ({ code: 'fragment-too', params: { file, object: params['object'] ?? '' }, severity: 'warning' }),
    ),
    ...patching.map(({ path }): Consequence => ({ code: 'kustomization-patches', params: { file: path }, severity: 'warning' })),
  ];
}
