import { glossaryProblems } from '../../../../scripts/check/glossary';
import { scratchFolder } from '../scratch-folder';

const HEAD = ['# Glossary', '| 中文 | English | code | meaning |', '|---|---|---|---|'];
const SHIFT = '| 班次 | shift | `shifts`, `#contracts/shift`, `Shift` | a working day |';
const SCHEDULE = '| 排班 | schedule | `schedule/` | a feature |';

const problemsOf = (rows: readonly string[], more: Record<string, string> = {}) =>
  glossaryProblems(
    scratchFolder({
      'docs/glossary.md': [...HEAD, ...rows].join('\n'),
      'cloudfunctions/schedule/data/shifts.ts': "const shifts = collection<Shift>('shifts');",
      'typings/contracts/shift.d.ts': 'export interface Shift {}\ninterface Hidden {}',
      ...more,
    }),
  );

test('the repository passes', () => {
  expect(glossaryProblems()).toEqual([]);
});

test('a glossary that says what is there passes', () => {
  expect(problemsOf([SHIFT, SCHEDULE])).toEqual([]);
});

test('a collection without a word is found', () => {
  const more = {
    'cloudfunctions/schedule/data/rosters.ts': "const rosters = collection<Roster>('rosters');",
  };
  expect(problemsOf([SHIFT, SCHEDULE], more)).toEqual(['docs/glossary.md: rosters is missing']);
});

test('a file of the contracts without a word is found', () => {
  const more = { 'typings/contracts/roster.d.ts': 'export type Roster = string;' };
  expect(problemsOf([SHIFT, SCHEDULE], more)).toEqual(['docs/glossary.md: #contracts/roster is missing']);
});

test('a folder of functions without a row is found', () => {
  expect(problemsOf([SHIFT])).toEqual(['docs/glossary.md: schedule/ is missing']);
});

test.each(['rosters', '#contracts/roster', 'roster/', 'Roster', 'Hidden'])(
  'a word for what is not there is found: %s',
  (name) => {
    expect(problemsOf([SHIFT, SCHEDULE, `| 排班 | roster | \`${name}\` | a month |`])).toEqual([
      `docs/glossary.md:6: ${name} is no collection, contract, folder of functions or exported type`,
    ]);
  },
);

test.each([
  ['| 排班 | roster | a month |', 'a row has four cells with something in each'],
  ['|  | schedule | `schedule/` | a feature |', 'a row has four cells with something in each'],
  ['| 排班 | schedule | schedule | a feature |', 'a row without a code name'],
])('a row that is not whole is found: %s', (row, problem) => {
  expect(problemsOf([SHIFT, row])).toContain(`docs/glossary.md:5: ${problem}`);
});
