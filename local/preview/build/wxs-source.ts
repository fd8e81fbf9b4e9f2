/**
 * WXS as JavaScript that means the same.
 * - `x.constructor` is a name ('Array') in WXS, so it reads a property that the runtime defines.
 * - `require('./a.wxs')`: the template compiler knows modules without extension.
 * - `getRegExp('\d')`: WXS keeps the backslash of an unknown escape, JavaScript drops it.
 */
export function wxsToJavaScript(source: string): string {
  return source
    .replace(/\.constructor\b/g, '.__wxsConstructor')
    .replace(/(require\(['"][^'"]+?)\.wxs(['"]\))/g, '$1$2')
    .replace(
      /getRegExp\(\s*('(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")/g,
      (_, literal: string) =>
        `getRegExp(${literal.replace(/\\\\|\\(?!['"])/g, (slash) => (slash === '\\' ? '\\\\' : slash))}`,
    );
}

/** Modules that a WXS source requires, as written. */
export function wxsRequires(source: string): string[] {
  return [...source.matchAll(/require\(['"](.+?)['"]\)/g)].map((match) => match[1] ?? '');
}
