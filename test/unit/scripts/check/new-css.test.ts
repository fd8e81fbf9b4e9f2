import path from 'node:path';
import { newCssProblems } from '../../../../scripts/check/new-css';
import { scratchFolder } from '../scratch-folder';

const problems = (css: string) =>
  newCssProblems(path.join(scratchFolder({ 'miniprogram/a.wxss': css }), 'miniprogram'));

test.each([
  ['.a { display: flex; gap: 4px; }', 'gap outside of a grid'],
  ['.a { row-gap: 4px; }', 'gap outside of a grid'],
  ['.a, .b { gap: 4px; }\n.a { display: grid; }', 'gap outside of a grid'],
  ['.a { inset: 0; }', 'inset'],
  ['.a { aspect-ratio: 1; }', 'aspect-ratio'],
  ['.a { accent-color: red; }', 'accent-color'],
  ['.a { overflow-x: clip; }', 'overflow: clip'],
  ['.a { height: calc(100dvh - 4px); }', 'dvh'],
  ['.a { color: color-mix(in srgb, red, blue); }', 'color-mix'],
  ['.a { margin-inline: 4px; }', 'margin-inline'],
  ['.a { overflow-wrap: anywhere; }', 'overflow-wrap: anywhere'],
  ['.a { rotate: 4deg; }', 'rotate'],
  ['.a:is(.b) { color: red; }', ':is'],
  ['.a:has(.b) { color: red; }', ':has'],
  ['@container (width > 1px) { .a { color: red; } }', '@container'],
])('%s does not pass', (css, what) => {
  const [first = '', ...more] = problems(css);
  expect(first).toMatch(/^miniprogram\/a\.wxss:\d+: /);
  expect(first).toContain(what);
  expect(more).toEqual([]);
});

test('a gap of a grid passes, also where the grid is said elsewhere, and so does what only looks new', () => {
  expect(
    problems(
      '.a { display: grid; gap: 4px; }\n.b { row-gap: 2px; }\n.b, .c { display: inline-grid; }\n' +
        '.d { box-shadow: inset 0 0 1px red; transform: rotate(4deg); padding: env(safe-area-inset-top); }',
    ),
  ).toEqual([]);
});
