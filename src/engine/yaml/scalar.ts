type Plain = null | boolean | number | string;

const WORDS = new Map<string, Plain>([
  ...['', '~', 'null', 'Null', 'NULL'].map((w) => [w, null] as const),
  ...['true', 'True', 'TRUE'].map((w) => [w, true] as const),
  ...['false', 'False', 'FALSE'].map((w) => [w, false] as const),
]);
const FLOAT = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;
const BASED = /^([-+]?)0(?:[xX]([0-9a-fA-F]+)|[bB]([01]+)|[oO]?([0-7]+))$/;

/**
 * A plain scalar as kubectl reads it (go-yaml v2 `resolve.go`): `0777` is 511, `1_000` is 1000, dates stay text.
 * Only the YAML 1.1 words for true and false stay text here, see `isYaml11Bool`.
 */
export function resolvePlain(text: string): Plain {
  const c = text.charCodeAt(0);
  const numeric = (c >= 48 && c <= 57) || c === 43 || c === 45 || c === 46;
  if (!numeric) {
    if (text.length > 5) return text;
    const word = WORDS.get(text);
    return word === undefined ? text : word;
  }
  return resolveNumber(text);
}

function resolveNumber(text: string): Plain {
  const plain = text.includes('_') ? text.replaceAll('_', '') : text;
  const based = BASED.exec(plain);
  if (based) return text[0] === '.' ? text : fromDigits(based, text);
  if (!FLOAT.test(plain) || (text[0] === '.' && text[1] === '_')) return text;
  const value = Number(plain);
  return Number.isFinite(value) ? value : text;
}

/** Whole numbers beyond 64 bits are text for go-yaml, unless they are decimal. */
function fromDigits([, sign, hex, binary, octal]: RegExpExecArray, text: string): Plain {
  const value = hex ? Number.parseInt(hex, 16) : binary ? Number.parseInt(binary, 2) : Number.parseInt(octal ?? '', 8);
  const limit = sign === '-' ? 2 ** 63 : 2 ** 64;
  if (value >= limit) return FLOAT.test(text) ? Number(text) : text;
  return sign === '-' ? 0 - value : value;
}

const YAML11_BOOL = /^(?:y|Y|n|N|yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF)$/;

/** True for a plain scalar that kubectl reads as a boolean although YAML 1.2 reads a string (`yes`, `off`, `n` …). */
export function isYaml11Bool(source: string): boolean {
  return source.length <= 3 && YAML11_BOOL.test(source);
}

/** True when any reader of ours or kubectl's could take the plain scalar for something other than this string. */
export function readsOtherwise(text: string): boolean {
  return (
    typeof resolvePlain(text) !== 'string' ||
    isYaml11Bool(text) ||
    (/\d/.test(text) && !Number.isNaN(Number(text.replaceAll('_', '')))) ||
    /^[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.\d*)?$/.test(text) ||
    /^\d{4}-\d\d?-\d\d?/.test(text) ||
    /^[-+]?\.(?:inf|Inf|INF|nan|NaN|NAN)$/.test(text) ||
    text === '<<' ||
    text === '='
  );
}
