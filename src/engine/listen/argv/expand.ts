/** Answers for `$(NAME)`; null leaves the reference as it stands. */
export type Variables = (name: string) => string | null;

/** Expands `$(NAME)` as the kubelet does: `$$` is an escaped `$`, unknown names stay (kubernetes third_party/forked/golang/expansion). */
export function expand(text: string, variables: Variables): string {
  if (!text.includes('$')) return text;
  return text.replace(/\$\$|\$\(([^()]*)\)/g, (whole, name: string | undefined) => {
    if (whole === '$$') return '$';
    return (name === undefined ? null : variables(name)) ?? whole;
  });
}
