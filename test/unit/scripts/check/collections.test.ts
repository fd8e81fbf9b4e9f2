import { collectionProblems } from '../../../../scripts/check/collections';
import { scratchFolder } from '../scratch-folder';

const sound = {
  'cloudfunctions/database.json': { collections: ['punches', 'rosters'] },
  'cloudfunctions/shared/data/collection.ts':
    'export function collection<T extends Document>(name: string) {}',
  'cloudfunctions/attendance/data/punches.ts': "const punches = collection<Punch>('punches');",
  'cloudfunctions/schedule/data/rosters.ts':
    "const rosters = collection<\n  Roster\n>('rosters');\nawait put('rosters', each); sdk.collection(name);",
};
const problemsOf = (more: Record<string, string | object>) =>
  collectionProblems(scratchFolder({ ...sound, ...more }));

test('the repository passes', () => {
  expect(collectionProblems()).toEqual([]);
});

test('a collection may be opened and written in a transaction by one file', () => {
  expect(problemsOf({})).toEqual([]);
});

test.each([
  ['opens it', "const punches = collection<Late>('punches');"],
  ['opens it without a type', "export const mine = collection('punches');"],
  ['writes it in a transaction', "await put('punches', day);"],
])('another file that %s is found', (_, text) => {
  expect(problemsOf({ 'cloudfunctions/leave/data/late.ts': text })).toEqual([
    'punches is opened by more than one file: cloudfunctions/attendance/data/punches.ts, cloudfunctions/leave/data/late.ts',
  ]);
});

test.each(['collection<Late>(NAME)', 'collection(`late`)', 'put(NAME, day)'])(
  'a name that this gate cannot read is refused: %s',
  (text) => {
    expect(problemsOf({ 'cloudfunctions/leave/data/late.ts': text })).toEqual([
      'cloudfunctions/leave/data/late.ts: the name of a collection is a text',
    ]);
  },
);

test('database.json declares what is opened, and nothing else', () => {
  expect(problemsOf({ 'cloudfunctions/database.json': { collections: ['punches', 'gone'] } })).toEqual([
    'cloudfunctions/database.json: rosters is missing',
    'cloudfunctions/database.json: nothing opens gone',
  ]);
});
