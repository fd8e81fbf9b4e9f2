import { conflict, retryOnConflict } from '../../../../cloudfunctions/shared/data/retry-on-conflict';
import { AppError } from '../../../../cloudfunctions/shared/errors/app-error';
import { kindOfSdkError } from '../../../../cloudfunctions/shared/platform/cloud';

test.each([
  [{ errCode: -502001, errMsg: 'document.add:fail E11000 duplicate key error' }, 'duplicate'],
  [{ errCode: -1, code: 'DATABASE_DUPLICATE_WRITE' }, 'duplicate'],
  [{ errCode: -502005, errMsg: 'collection not exists' }, 'missing-collection'],
  [{ errCode: -1, code: 'DATABASE_COLLECTION_NOT_EXIST' }, 'missing-collection'],
  [{ code: 'DATABASE_TRANSACTION_CONFLICT', message: '' }, 'conflict'],
  [{ errCode: -501001, errMsg: 'resource system error: WriteConflict' }, 'conflict'],
  // What the SDK leaves of a conflict inside an operation: it drops the code.
  [
    { errCode: -501001, errMsg: '[ResourceUnavailable.TransactionConflict] Transaction is conflict' },
    'conflict',
  ],
  // A search by a part of a name, when the database has much to do.
  [{ errCode: -502001, errMsg: '[FailedOperation] operation exceeded time limit of 1000 ms' }, 'timeout'],
  [Object.assign(new Error('connect'), { code: 'ETIMEDOUT' }), 'timeout'],
  [{ errCode: -502001, errMsg: 'database request fail' }, 'other'],
  [new Error('socket hang up'), 'other'],
  ['text', 'other'],
  [null, 'other'],
])('%j is %s', (error, kind) => {
  expect(kindOfSdkError(error)).toBe(kind);
});

describe('attempts', () => {
  test('stops at the first answer', async () => {
    const answers = [conflict, 'done', 'never'] as const;
    let index = 0;
    const run = async () => answers[index++] ?? conflict;
    await expect(retryOnConflict(3, run)).resolves.toBe('done');
    expect(index).toBe(2);
  });
  test('gives up as BUSY', async () => {
    let count = 0;
    const run = async () => {
      count += 1;
      return conflict as typeof conflict | string;
    };
    await expect(retryOnConflict(3, run)).rejects.toMatchObject({ code: 'BUSY' });
    expect(count).toBe(3);
  });
  test('does not repeat an error', async () => {
    let count = 0;
    const run = async (): Promise<string> => {
      count += 1;
      throw new AppError('FORBIDDEN', {});
    };
    await expect(retryOnConflict(3, run)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(count).toBe(1);
  });
});
