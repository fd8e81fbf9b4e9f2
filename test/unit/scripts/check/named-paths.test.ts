import { namedPathProblems } from '../../../../scripts/check/named-paths';
import { scratchFolder } from '../scratch-folder';

const problemsOf = (text: string, document = 'README.md') =>
  namedPathProblems(
    scratchFolder({
      [document]: text,
      'docs/architecture.md': '# Architecture',
      'cloudfunctions/README.md': '# Functions',
      'cloudfunctions/leave/kind.ts': '',
      'cloudfunctions/leave/domain/leave-rules.ts': '',
    }),
  );

test('the repository passes', () => {
  expect(namedPathProblems()).toEqual([]);
});

test.each([
  'rules are in `cloudfunctions/leave/domain/leave-rules.ts`',
  'rules are in `leave/domain/leave-rules.ts`, of `leave-rules.ts`',
  'a kind is `<kind>/kind.ts`, its rules `domain/<kind>-rules.ts` in `leave/domain/`',
  'each `cloudfunctions/*/kind.ts`',
  'folders: `cloudfunctions/leave`, `leave/domain`, `cloudfunctions/<kind>/domain`',
  'the build makes `dist/cloudfunctions/x.ts`, `config.json` and `.env.local`',
  'a call is `wx.request`, `npm run build` or `requests/<id>`',
  'see [how](docs/architecture.md#rooms), [a site](https://example.com/a.md) and [below](#rooms)',
])('lets pass: %s', (text) => {
  expect(problemsOf(text)).toEqual([]);
});

test.each([
  ['`leave/rules/leave-rules.ts`', 'there is no leave/rules/leave-rules.ts'],
  ['`rules.ts`', 'there is no rules.ts'],
  ['`eave/kind.ts`', 'there is no eave/kind.ts'],
  ['`<kind>/rule.ts`', 'there is no <kind>/rule.ts'],
  ['`cloudfunctions/leave/data`', 'there is no cloudfunctions/leave/data'],
  ['`leave/data`', 'there is no leave/data'],
  ['`leave/data/`', 'there is no leave/data/'],
  ['[how](docs/how.md)', 'the link to docs/how.md leads nowhere'],
])('finds what is gone: %s', (text, problem) => {
  expect(problemsOf(`# Title\n${text}`)).toEqual([`README.md:2: ${problem}`]);
});

test('links of a document start at its folder, and the changelog is history', () => {
  const link = '[tables](../cloudfunctions/README.md)';
  expect(problemsOf(link, 'docs/guide.md')).toEqual([]);
  expect(problemsOf('`gone/kind.ts`', 'docs/guide.md')).toHaveLength(1);
  expect(problemsOf('`gone/kind.ts`', 'CHANGELOG.md')).toEqual([]);
});
