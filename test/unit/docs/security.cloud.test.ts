import { readdirSync } from 'node:fs';
import path from 'node:path';

const BUILT = path.resolve(__dirname, '../../../dist/cloudfunctions');

test.each(readdirSync(BUILT))(
  'what is deployed of %s is its bundle alone: no sources, no packages, no repository',
  (name) => {
    expect(readdirSync(path.join(BUILT, name)).sort()).toEqual([
      'bundle.js',
      'config.json',
      'index.js',
      'package.json',
    ]);
  },
);
