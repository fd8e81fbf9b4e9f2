import { readFileSync } from 'node:fs';
import path from 'node:path';
import { collections } from '../../../cloudfunctions/database.json';

const ROOT = path.resolve(__dirname, '../../..');
const text = readFileSync(path.join(ROOT, 'docs/architecture.md'), 'utf8');
const [, section = ''] = text.split('## What grows, and how far\n');
const rows = (section.split('\n## ')[0] ?? '').split('\n').filter((line) => line.startsWith('| `'));
const named = rows.flatMap((row) =>
  [...(row.split('|')[1] ?? '').matchAll(/`([a-z_]+)`/g)].map(([, name]) => name),
);

test('of every collection the document says what grows and how far', () => {
  expect([...named].sort()).toEqual([...collections].sort());
  for (const row of rows) expect(row.split('|')[3]?.trim().length).toBeGreaterThan(0);
});
