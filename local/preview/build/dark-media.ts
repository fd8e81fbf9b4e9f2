import type { AtRule, Root } from 'postcss';

const SCHEME = /\s*\(\s*prefers-color-scheme\s*:\s*(dark|light)\s*\)\s*/;

/** `:where` adds no weight, so a rule wins or loses exactly as inside its media query. */
const ROOT_OF = { dark: ':where(html.mp-dark)', light: ':where(html:not(.mp-dark))' } as const;

/**
 * Turns `@media (prefers-color-scheme: …)` into rules below a class of the root element, so that the phone's theme
 * setting applies instead of the machine's. Other conditions of the query stay.
 */
export function rewriteDarkMedia(root: Root): void {
  root.walkAtRules('media', (media) => {
    const match = SCHEME.exec(media.params);
    const scheme = match?.[1];
    if (!match || (scheme !== 'dark' && scheme !== 'light')) return;
    media.walkRules((rule) => {
      if (rule.parent?.type === 'atrule' && /keyframes$/.test((rule.parent as AtRule).name)) return;
      rule.selectors = rule.selectors.map((selector) => `${ROOT_OF[scheme]} ${selector}`);
    });
    const rest = restOfQuery(media.params.replace(match[0], ' '));
    if (rest) media.params = rest;
    else media.replaceWith(media.nodes ?? []);
  });
}

/** `screen and` -> `screen`, `and (min-width: 1px)` -> `(min-width: 1px)`, `and` -> ``. */
function restOfQuery(params: string): string {
  return params
    .split(/\band\b/)
    .map((part) => part.trim())
    .filter(Boolean)
    .join(' and ');
}
