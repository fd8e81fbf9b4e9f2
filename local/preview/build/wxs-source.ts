/**
 * WXS as equivalent JavaScript.
 * - `x.constructor` is a name ('Array') in WXS, so it reads a property that the runtime defines.
 * - `require('./a.wxs')`: the template compiler knows modules without extension.
 * - `getRegExp('\d')`: WXS keeps the backslash of an unknown escape, JavaScript drops it.
 * - `var class = 1`: WXS lets a variable have the name of a statement that only JavaScript knows.
 */
export function wxsToJavaScript(source: string): string {
  return renameReserved(source)
    .replace(/\.constructor\b/g, '.__wxsConstructor')
    .replace(/(require\(['"][^'"]+?)\.wxs(['"]\))/g, '$1$2')
    .replace(
      /getRegExp\(\s*('(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")/g,
      (_, literal: string) =>
        `getRegExp(${literal.replace(/\\\\|\\(?!['"])/g, (slash) => (slash === '\\' ? '\\\\' : slash))}`,
    );
}

/** Reserved in JavaScript, ordinary names for WeChat's compiler: so `let x = 1` is an error there and here. */
const PLAIN_NAMES = 'await class const enum export extends import let static super yield'.split(' ');
/** Comments and strings are single tokens; a name after a dot is a property. */
const TOKENS = new RegExp(
  `//.*|/\\*[\\s\\S]*?\\*/|'(?:\\\\.|[^'\\\\])*'|"(?:\\\\.|[^"\\\\])*"|(?<![\\w$.])(${PLAIN_NAMES.join('|')})(?![\\w$])`,
  'g',
);
const BEFORE_KEY = /[{,]\s*$/;
const AFTER_KEY = /^\s*:/;

function renameReserved(source: string): string {
  return source.replace(TOKENS, (token: string, name: string | undefined, at: number) => {
    if (!name) return token;
    const isKey = BEFORE_KEY.test(source.slice(0, at)) && AFTER_KEY.test(source.slice(at + name.length));
    return isKey ? name : `__wxs_${name}`;
  });
}

/** Modules that a WXS source requires, as written. */
export function wxsRequires(source: string): string[] {
  return [...source.matchAll(/require\(['"](.+?)['"]\)/g)].map((match) => match[1] ?? '');
}
