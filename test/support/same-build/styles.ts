import { transformSync } from 'esbuild';
import postcss, { type Declaration } from 'postcss';
import { longhands } from './borders';

/** Prefixed copies for old browsers, which WeChat's compiler adds. */
const PREFIXED = /^-(webkit|moz|ms|o)-/;
const OLD_PART = /-webkit-/;

/**
 * Every declaration of a style sheet as `at-rule selector | property: value`, in the shortest form and without what
 * is for old browsers alone. Of a property that a selector sets twice the last counts, as in the browser.
 */
export function meaningOfStyles(css: string): string[] {
  const root = postcss.parse(css);
  root.walkDecls((declaration) => {
    if (isForOldBrowsers(declaration)) declaration.remove();
    else if (/^transition/.test(declaration.prop)) declaration.value = withoutOldParts(declaration.value);
  });
  root.walkAtRules(PREFIXED, (rule) => {
    rule.remove();
  });
  const short = transformSync(root.toString(), { loader: 'css', minify: true, charset: 'utf8' }).code;
  const found = new Map<string, string>();
  postcss.parse(short).walkDecls((declaration) => {
    for (const selector of selectorsOf(declaration))
      for (const [property, value] of longhands(declaration.prop, shortest(declaration.value)))
        found.set(`${selector} | ${property}`, value);
  });
  return [...found].map(([place, value]) => `${place}: ${value}`).sort();
}

/** A prefixed property or value, or a copy of the next declaration for browsers that know the prefixed one only. */
function isForOldBrowsers(declaration: Declaration): boolean {
  const { prop, value } = declaration;
  const next = declaration.next();
  const isCopy = OLD_PART.test(value) && next?.type === 'decl' && (next as Declaration).prop === prop;
  return PREFIXED.test(prop) || PREFIXED.test(value) || isCopy;
}

const withoutOldParts = (value: string): string =>
  value
    .split(/,(?![^(]*\))/)
    .filter((part) => !OLD_PART.test(part))
    .join(',');

/** Forms that mean the same and that esbuild leaves as they are, chiefly in variables. */
function shortest(value: string): string {
  return value
    .replace(/#([0-9a-f])\1([0-9a-f])\2([0-9a-f])\3(?![0-9a-f])/gi, '#$1$2$3')
    .replace(/,\s+/g, ',')
    .replace(/\b0(\.\d)/g, '$1')
    .replace(/\b360deg\b/g, '1turn');
}

function selectorsOf({ parent }: Declaration): string[] {
  if (parent?.type !== 'rule') return [`@${String(parent && Reflect.get(parent, 'name'))}`];
  const outer = parent.parent;
  const around =
    outer?.type === 'atrule' ? `@${Reflect.get(outer, 'name')} ${Reflect.get(outer, 'params')} ` : '';
  return (Reflect.get(parent, 'selectors') as string[]).map((selector) => around + selector);
}
