import { fakePhone, loadService } from '../support/phone';

interface Service {
  isPassing(failure: { code: string; data: object; requestId: string }): boolean;
}

fakePhone();
const { isPassing } = loadService<Service>('services/client-error');
const passes = (code: string): boolean => isPassing({ code, data: {}, requestId: '' });

test('a punch on the phone is not given up for what passes, nor for what the administrator left out', () => {
  for (const code of ['OFFLINE', 'TIMEOUT', 'CLOUD_UNAVAILABLE', 'CLOUD_NOT_SET_UP', 'FUNCTION_MISSING'])
    expect([code, passes(code)]).toEqual([code, true]);
});

test('the final word of the server is final', () => {
  expect(passes('PUNCH_LIMIT')).toBe(false);
  expect(passes('PRIVACY_UNDECLARED')).toBe(false);
});
