import { readBssid, tailOf } from '../../../../miniprogram/common/bssid';

test.each([
  ['58:69:6c:21:0a:10', '58:69:6c:21:0a:10'],
  ['58-69-6C-21-0A-10', '58:69:6c:21:0a:10'],
  // As iOS writes it.
  ['58:69:6c:21:a:0', '58:69:6c:21:0a:00'],
  [' 0:1b:2c:3:4:5 ', '00:1b:2c:03:04:05'],
])('%s is the access point %s', (text, bssid) => {
  expect(readBssid(text)).toBe(bssid);
});

test.each([
  ['of a phone that may not tell', '02:00:00:00:00:00'],
  ['zeros', '00:00:00:00:00:00'],
  ['broadcast', 'ff:ff:ff:ff:ff:ff'],
  ['multicast', '01:00:5e:00:00:01'],
  ['random, of a hotspot', '7a:8a:20:11:22:33'],
  ['too short', '58:69:6c:21:0a'],
  ['too long', '58:69:6c:21:0a:10:11'],
  ['no number', '58:69:6c:21:0a:gg'],
  ['empty bytes', '58::6c:21:0a:10'],
  ['nothing', ''],
])('%s: no access point', (_, text) => {
  expect(readBssid(text)).toBeNull();
});

test('the tail tells two access points of one maker apart', () => {
  expect(tailOf('58:69:6c:21:0a:10')).toBe('21:0a:10');
});
