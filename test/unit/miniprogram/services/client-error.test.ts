import type { AnyErrorCode } from '../../../../miniprogram/services/client-error';
import { isPassing } from '../../../../miniprogram/services/client-error';

const failure = (code: AnyErrorCode) => ({ code, data: {}, requestId: '' });

test.each(['RUNTIME_TOO_OLD', 'TIME_LIMIT_TOO_SHORT', 'OFFLINE', 'BUSY'] as const)(
  'a punch waits on the phone for %s: the same call may succeed later',
  (code) => expect(isPassing(failure(code))).toBe(true),
);

test('what the server has decided is final', () => {
  expect(isPassing(failure('OUTSIDE_FENCE'))).toBe(false);
});
