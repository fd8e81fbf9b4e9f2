import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readPushRule } from '../../../../local/cloud';

const ROOT = path.resolve(__dirname, '../../../..');

test('the function that WeChat tells about checked pictures', () => {
  expect(readPushRule(ROOT)).toEqual([{ msgType: 'event', event: 'wxa_media_check', function: 'requests' }]);
});

const entry = { msgType: 'event', event: 'wxa_media_check', function: 'requests' };

test.each([
  ['no list', {}],
  ['an entry without a function', [{ msgType: 'event', event: 'wxa_media_check' }]],
  ['one message for two functions', [entry, { ...entry, function: 'people' }]],
])('%s is refused by name', (_, rule) => {
  const root = mkdtempSync(path.join(tmpdir(), 'push-rule-'));
  mkdirSync(path.join(root, 'cloudfunctions'));
  writeFileSync(path.join(root, 'cloudfunctions/message-push.json'), JSON.stringify(rule));
  expect(() => readPushRule(root)).toThrow('message-push.json');
});
