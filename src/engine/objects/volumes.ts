import type { Fields } from './fields.ts';
import type { Volume, VolumeMount, VolumeSource } from './types.ts';

/** A volume's ConfigMaps and Secrets with the files they give: one of its own, or several projected into it. */
export function readVolume(v: Fields): Volume {
  const projected = v.map('projected').list('sources');
  const sources = [...sourcesOf(v, 'secretName'), ...projected.flatMap((source) => sourcesOf(source, 'name'))];
  return { name: v.str('name') ?? '', sources };
}

function sourcesOf(v: Fields, secretName: string): VolumeSource[] {
  return (['ConfigMap', 'Secret'] as const).flatMap((kind) => {
    const source = v.map(kind === 'ConfigMap' ? 'configMap' : 'secret');
    const name = source.str(kind === 'ConfigMap' ? 'name' : secretName);
    return name === null ? [] : [{ kind, name, items: source.has('items') ? source.list('items').flatMap(readItem) : null }];
  });
}

function readItem(item: Fields): { key: string; path: string }[] {
  const key = item.str('key');
  const path = item.str('path');
  return key === null || path === null ? [] : [{ key, path }];
}

/** A mount without its two names mounts nothing. */
export function readMount(m: Fields): VolumeMount[] {
  const name = m.str('name');
  const mountPath = m.str('mountPath');
  const subPath = m.str('subPath') ?? m.str('subPathExpr');
  return name === null || mountPath === null ? [] : [{ name, mountPath, subPath }];
}
