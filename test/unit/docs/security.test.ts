import { readFileSync } from 'node:fs';
import path from 'node:path';
import { filesBelow, readJson } from '../../../scripts/lib/files';

const ROOT = path.resolve(__dirname, '../../..');
const DOCUMENT = readFileSync(path.join(ROOT, 'docs/security.md'), 'utf8');
const COLLECTIONS = readJson<{ readonly collections: readonly string[] }>(
  path.join(ROOT, 'cloudfunctions/database.json'),
).collections;
const STATES = ['held', 'platform', 'none', 'partly', 'not yet'];

/** ASVS 5.0.0: the requirements of a level, by section: the first and the last. */
const LEVEL_1: Readonly<Record<string, string>> = {
  'V1.2': '1-5',
  'V1.3': '1-2',
  'V1.5': '1-1',
  'V2.1': '1-1',
  'V2.2': '1-2',
  'V2.3': '1-1',
  'V3.2': '1-2',
  'V3.3': '1-1',
  'V3.4': '1-2',
  'V3.5': '1-3',
  'V4.1': '1-1',
  'V4.4': '1-1',
  'V5.2': '1-2',
  'V5.3': '1-2',
  'V6.1': '1-1',
  'V6.2': '1-8',
  'V6.3': '1-2',
  'V6.4': '1-2',
  'V7.2': '1-4',
  'V7.4': '1-2',
  'V8.1': '1-1',
  'V8.2': '1-2',
  'V8.3': '1-1',
  'V9.1': '1-3',
  'V9.2': '1-1',
  'V10.4': '1-5',
  'V11.3': '1-2',
  'V11.4': '1-1',
  'V12.1': '1-1',
  'V12.2': '1-2',
  'V13.4': '1-1',
  'V14.2': '1-1',
  'V14.3': '1-1',
  'V15.1': '1-1',
  'V15.2': '1-1',
  'V15.3': '1-1',
};
const LEVEL_2: Readonly<Record<string, string>> = {
  'V1.1': '1-2',
  'V1.2': '6-9',
  'V1.3': '3-11',
  'V1.4': '1-3',
  'V1.5': '2-2',
  'V2.1': '2-3',
  'V2.2': '3-3',
  'V2.3': '2-4',
  'V2.4': '1-1',
  'V3.3': '2-4',
  'V3.4': '3-6',
  'V3.5': '4-5',
  'V3.7': '1-2',
  'V4.1': '2-3',
  'V4.2': '1-1',
  'V4.3': '1-2',
  'V4.4': '2-4',
  'V5.1': '1-1',
  'V5.2': '3-3',
  'V5.4': '1-3',
  'V6.1': '2-3',
  'V6.2': '9-12',
  'V6.3': '3-4',
  'V6.4': '3-4',
  'V6.5': '1-5',
  'V6.6': '1-3',
  'V6.8': '1-4',
  'V7.1': '1-3',
  'V7.3': '1-2',
  'V7.4': '3-5',
  'V7.5': '1-2',
  'V7.6': '1-2',
  'V8.1': '2-2',
  'V8.2': '3-3',
  'V8.4': '1-1',
  'V9.2': '2-4',
  'V10.1': '1-2',
  'V10.2': '1-2',
  'V10.3': '1-4',
  'V10.4': '6-11',
  'V10.5': '1-5',
  'V10.6': '1-2',
  'V10.7': '1-3',
  'V11.1': '1-2',
  'V11.2': '1-3',
  'V11.3': '3-3',
  'V11.4': '2-4',
  'V11.5': '1-1',
  'V11.6': '1-1',
  'V12.1': '2-3',
  'V12.3': '1-4',
  'V13.1': '1-1',
  'V13.2': '1-5',
  'V13.3': '1-2',
  'V13.4': '2-5',
  'V14.1': '1-2',
  'V14.2': '2-4',
  'V14.3': '2-3',
  'V15.1': '2-3',
  'V15.2': '2-3',
  'V15.3': '2-7',
  'V16.1': '1-1',
  'V16.2': '1-5',
  'V16.3': '1-4',
  'V16.4': '1-3',
  'V16.5': '1-3',
  'V17.1': '1-1',
  'V17.2': '1-4',
  'V17.3': '1-2',
};

const idsOf = (level: Readonly<Record<string, string>>): string[] =>
  Object.entries(level).flatMap(([section, range]) => {
    const [first = 0, last = 0] = range.split('-').map(Number);
    return Array.from({ length: last - first + 1 }, (_, index) => `${section}.${first + index}`);
  });

interface Row {
  readonly id: string;
  readonly state: string;
  readonly by: string;
}

const rowsOf = (heading: string): Row[] => {
  const [, after = ''] = DOCUMENT.split(`## ASVS 5.0.0, ${heading}\n`);
  const [section = ''] = after.split('\n## ');
  return [...section.matchAll(/^\| (V[\d.]+) \| ([^|]+) \| (.+) \|$/gm)].map(
    ([, id = '', state = '', by = '']) => ({ id, state, by }),
  );
};

const filesIn = (text: string): string[] =>
  [...text.matchAll(/`([\w./-]+\.(?:ts|json))`/g)].map(([, file = '']) => file);

test('whoever checks level 1 finds an answer to each of its 70 requirements, once', () => {
  expect(idsOf(LEVEL_1)).toHaveLength(70);
  expect(rowsOf('level 1').map(({ id }) => id)).toEqual(idsOf(LEVEL_1));
});

test('and to each of the 183 of level 2', () => {
  expect(idsOf(LEVEL_2)).toHaveLength(183);
  expect(rowsOf('level 2').map(({ id }) => id)).toEqual(idsOf(LEVEL_2));
});

test('an answer has a state and a reason', () => {
  for (const { id, state, by } of [...rowsOf('level 1'), ...rowsOf('level 2')])
    expect([id, STATES.includes(state), by.trim().length > 3]).toEqual([id, true, true]);
});

test.each(rowsOf('level 1'))(
  '$id of level 1 is not left open, and what holds it is code with a test',
  ({ state, by }) => {
    expect(['held', 'platform', 'none']).toContain(state);
    if (state !== 'held') return;
    const [code = '', tests = ''] = by.split('· test');
    expect(filesIn(tests).length).toBeGreaterThan(0);
    for (const file of filesIn(tests)) expect(file).toMatch(/^test\/.+\.test\.ts$/);
    expect(filesIn(code).length).toBeGreaterThan(0);
  },
);

test('no function hashes with what is broken, or takes chance for a secret', () => {
  const weak = filesBelow(path.join(ROOT, 'cloudfunctions'))
    .filter((file) => file.endsWith('.ts'))
    .filter((file) =>
      /createHash\('(?!sha256')|createHmac\('(?!sha256')|createCipheriv\('(?!aes-256-gcm')|Math\.random/.test(
        readFileSync(file, 'utf8'),
      ),
    );
  expect(weak).toEqual([]);
});

test('every package that runs in production is in the inventory, with an exact version', () => {
  const { dependencies } = readJson<{ dependencies: Record<string, string> }>(
    path.join(ROOT, 'package.json'),
  );
  const [, section = ''] = DOCUMENT.split('\n## Dependencies\n');
  const [inventory = ''] = section.split('\nTime frames');
  const named = [...inventory.matchAll(/^\| (`.+`) \|/gm)].flatMap(([, names = '']) =>
    [...names.matchAll(/`([^`]+)`/g)].map(([, name]) => name),
  );
  expect(named.sort()).toEqual(Object.keys(dependencies).sort());
});

test.each(['', 'tools/wechat-compiler', 'tools/function-runtime', 'tools/mutation'])(
  'no package of /%s changes by itself: exact versions, and a hash for each',
  (folder) => {
    type Versions = Readonly<Record<string, string>>;
    type Manifest = Partial<Record<'dependencies' | 'devDependencies' | 'optionalDependencies', Versions>>;
    const manifest = readJson<Manifest>(path.join(ROOT, folder, 'package.json'));
    const versions = Object.values({
      ...manifest.dependencies,
      ...manifest.devDependencies,
      ...manifest.optionalDependencies,
    });
    expect(versions.filter((version) => !/^(npm:[\w@/-]+@)?\d+\.\d+\.\d+$/.test(version))).toEqual([]);
    type Lock = { packages: Record<string, { integrity?: string }> };
    const { packages } = readJson<Lock>(path.join(ROOT, folder, 'package-lock.json'));
    const without = Object.entries(packages).filter(([name, { integrity }]) => name !== '' && !integrity);
    expect(without.map(([name]) => name)).toEqual([]);
  },
);

test('how long each collection is kept is said once', () => {
  const [, section = ''] = DOCUMENT.split('## How long data is kept');
  const [table = ''] = section.split('\n## ');
  const named = table
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => line.split('|')[1]?.match(/[a-z_]{3,}/g) ?? []);
  expect([...named].sort()).toEqual([...COLLECTIONS].sort());
});
