import { readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../../../..');
const text = readFileSync(path.join(ROOT, 'docs/architecture.md'), 'utf8');
const [, table = ''] = text.split('## Limits of the platform');
const rows = [...table.matchAll(/^\| (.+) \| `(.+\.test\.ts)`: (.+) \|$/gm)].map(
  ([, limit = '', file = '', title = '']) => ({ limit, file, title }),
);

test('the table of limits is read', () => {
  expect(rows.length).toBeGreaterThan(15);
});

test.each(rows)('$limit: the test of that name is there', ({ file, title }) => {
  const found = file.includes('/') ? file : path.join('test/contract/cloud', file);
  expect(readFileSync(path.join(ROOT, found), 'utf8')).toContain(title);
});
