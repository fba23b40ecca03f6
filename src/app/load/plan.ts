/** What is to be fetched for an address that somebody gave, and from whom. */
export interface Plan {
  /** As it was given. */
  url: string;
  kind: 'file' | 'github-folder' | 'gist';
  /** The first thing to fetch. */
  from: string;
  /** Hosts that will be asked. */
  hosts: string[];
  /** Path that files are put under. */
  name: string;
}

const LAST = /([^/?#]+)\/?(?:[?#].*)?$/;

/**
 * GitHub's pages of files, folders and gists are read from where GitHub lets other pages read: raw.githubusercontent.com
 * and its REST API. Archives of GitHub are not among them. Null for what is no http(s) address.
 */
export function planOf(given: string): Plan | null {
  const url = parsed(given.trim());
  if (!url) return null;
  const parts = url.pathname.split('/').filter(Boolean);
  const plan = (kind: Plan['kind'], from: string, name: string): Plan => {
    const hosts =
      kind === 'github-folder'
        ? ['api.github.com', 'raw.githubusercontent.com']
        : kind === 'gist'
          ? ['api.github.com', 'gist.githubusercontent.com']
          : [new URL(from).host];
    return { url: url.href, kind, from, hosts, name };
  };
  if (url.hostname === 'github.com' && parts.length >= 5 && parts[2] === 'blob') {
    const [owner, repo, , ...path] = parts;
    return plan('file', `https://raw.githubusercontent.com/${owner}/${repo}/${path.join('/')}`, path.slice(1).join('/'));
  }
  if (url.hostname === 'github.com' && parts.length >= 2 && (parts.length === 2 || parts[2] === 'tree')) {
    const [owner = '', repo = '', , ref, ...path] = parts;
    return plan('github-folder', contentsUrl(owner, repo.replace(/\.git$/, ''), path.join('/'), ref ?? null), path.join('/') || repo);
  }
  if (url.hostname === 'gist.github.com' && parts.length >= 1) {
    const id = parts.length === 1 ? parts[0] : parts[1];
    if (/^[0-9a-f]{8,}$/i.test(id ?? '')) return plan('gist', `https://api.github.com/gists/${id}`, `gist-${id?.slice(0, 8)}`);
  }
  return plan('file', url.href, decodeURIComponent(LAST.exec(url.pathname)?.[1] ?? url.hostname));
}

/** `#src=…` as it stands in an address; null for any other fragment. */
export const sourceOf = (hash: string): string | null => {
  const given = /^#src=(.+)$/s.exec(hash)?.[1];
  if (given === undefined) return null;
  try {
    return decodeURIComponent(given);
  } catch {
    return given;
  }
};

export const contentsUrl = (owner: string, repo: string, path: string, ref: string | null): string =>
  `https://api.github.com/repos/${owner}/${repo}/contents/${path}${ref === null ? '' : `?ref=${encodeURIComponent(ref)}`}`;

function parsed(text: string): URL | null {
  try {
    const url = new URL(text);
    // A password in an address is not for a log of ours, nor for anybody's history.
    return /^https?:$/.test(url.protocol) && url.username === '' && url.password === '' ? url : null;
  } catch {
    return null;
  }
}
