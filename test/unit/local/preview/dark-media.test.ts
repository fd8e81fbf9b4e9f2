import postcss from 'postcss';
import { rewriteDarkMedia } from '../../../../local/preview/build/dark-media';

function rewrite(css: string): string {
  const root = postcss.parse(css);
  rewriteDarkMedia(root);
  return root.toString().replace(/\s+/g, ' ').trim();
}

test('dark and light become a class of the root element, without weight', () => {
  expect(rewrite('@media (prefers-color-scheme: dark) { .a, .b { color: red } }')).toBe(
    ':where(html.mp-dark) .a, :where(html.mp-dark) .b { color: red }',
  );
  expect(rewrite('@media (prefers-color-scheme:light){.a{color:red}}')).toBe(
    ':where(html:not(.mp-dark)) .a{color:red}',
  );
});

test('other conditions of the query stay', () => {
  const dark = ':where(html.mp-dark) .a{color:red}';
  expect(rewrite('@media (min-width: 768px) and (prefers-color-scheme: dark){.a{color:red}}')).toBe(
    `@media (min-width: 768px){${dark}}`,
  );
  expect(rewrite('@media screen and (prefers-color-scheme: dark) and (min-width: 1px){.a{color:red}}')).toBe(
    `@media screen and (min-width: 1px){${dark}}`,
  );
  expect(rewrite('@media (min-width: 768px){.a{color:red}}')).toBe(
    '@media (min-width: 768px){.a{color:red}}',
  );
});

test('frames of an animation are not selectors', () => {
  const css = '@media (prefers-color-scheme: dark){@keyframes k{from{color:red}}}';
  expect(rewrite(css)).toBe('@keyframes k{from{color:red}}');
});
