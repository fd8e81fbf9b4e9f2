import {
  countingPunches,
  punchRecord,
  withFieldPolicy,
} from '../../../../cloudfunctions/attendance/domain/punch';
import { punched } from '../support/rules';

const came = punched('in', '2026-11-23 09:00', { key: 'first' });

test('a person sees what they punched, and that a finger or a face was checked, but neither coordinates nor phone', () => {
  const punch = { ...came, device: 'phone-1', challenge: 'c-1', codeStep: 7 };
  const { key: _, latitude: __, longitude: ___, ...shown } = came;
  expect(punchRecord(came)).toEqual(shown);
  expect(punchRecord(punch)).toEqual({ ...shown, biometric: true });
});

test.each([
  ['field', 'approval', ['field', 'needs-approval']],
  ['field', 'free', ['field']],
  ['gps', 'approval', ['field']],
] as const)('a punch by %s where field punches are %s', (mode, policy, flags) => {
  expect(withFieldPolicy({ ...came, mode, flags: ['field'] }, policy).flags).toEqual(flags);
});

test('the first clock-in and the last clock-out count, of equal times the clock-in that came first', () => {
  const out = (time: string, key: string) => punched('out', `2026-11-23 ${time}`, { key });
  const again = { ...came, key: 'again' };
  const later = punched('in', '2026-11-23 09:30', { key: 'later' });
  const keys = (...punches: (typeof came)[]) => {
    const { in: first, out: last } = countingPunches(punches);
    return [first?.key, last?.key];
  };
  expect(keys(came, again, later)).toEqual(['first', undefined]);
  expect(keys(later, came)).toEqual(['first', undefined]);
  expect(keys(out('18:00', 'a'), out('17:00', 'b'))).toEqual([undefined, 'a']);
  expect(keys(out('18:00', 'a'), out('18:00', 'b'))).toEqual([undefined, 'b']);
});
