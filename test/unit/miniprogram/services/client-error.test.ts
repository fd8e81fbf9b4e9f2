import { fakePhone, loadService } from '../support/phone';

interface Service {
  isTransient(failure: { code: string; data: object; requestId: string }): boolean;
}

fakePhone();
const { isTransient } = loadService<Service>('services/client-error');
const passes = (code: string): boolean => isTransient({ code, data: {}, requestId: '' });

test.each(['OFFLINE', 'TIMEOUT', 'BUSY', 'CLOUD_UNAVAILABLE'])(
  'a punch waits on the phone for %s: the same call may succeed later',
  (code) => expect(passes(code)).toBe(true),
);

test.each(['CLOUD_NOT_SET_UP', 'FUNCTION_MISSING', 'RUNTIME_TOO_OLD', 'TIME_LIMIT_TOO_SHORT'])(
  'a punch is not given up for what the administrator left out: %s',
  (code) => expect(passes(code)).toBe(true),
);

test('the final word of the server is final', () => {
  expect(passes('PUNCH_LIMIT')).toBe(false);
  expect(passes('PRIVACY_UNDECLARED')).toBe(false);
});
