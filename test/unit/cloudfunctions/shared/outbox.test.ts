import type { Message } from '../../../../cloudfunctions/shared/outbox/message';
import { enqueueMessage } from '../../../../cloudfunctions/shared/outbox/outbox';
import { messageTo } from '../../../support/notices';

const written: Message[] = [];
jest.mock('../../../../cloudfunctions/shared/platform/cloud', () => ({
  database: () => ({
    collection: () => ({ add: async ({ data }: { data: Message }) => void written.push(data) }),
  }),
}));
beforeEach(() => void written.splice(0));

const message = (to: readonly string[], template: 'result' | null = 'result') => {
  const { delivery: _, ...rest } = messageTo(to, 'R1-approved', 1, { template });
  return rest as unknown as Omit<Message, 'delivery'>;
};
const people = (count: number) => Array.from({ length: count }, (_, n) => `E${n}`);

test('is told to everybody once, in one write', async () => {
  expect(await enqueueMessage(message(['E1', 'E2', 'E1']))).toEqual(['R1-approved']);
  expect(written).toMatchObject([{ _id: 'R1-approved', to: ['E1', 'E2'], delivery: 'due' }]);
});
test('without a template it is for the inbox alone', async () => {
  expect(await enqueueMessage(message(['E1'], null))).toEqual([]);
  expect(written).toMatchObject([{ delivery: 'done' }]);
});
test('to nobody it is nothing', async () => {
  await enqueueMessage(message([]));
  expect(written).toEqual([]);
});
test('to more than fifty it is several documents, and nobody is left out', async () => {
  expect(await enqueueMessage(message(people(120)))).toEqual([
    'R1-approved',
    'R1-approved:50',
    'R1-approved:100',
  ]);
  expect(written.map(({ _id, to }) => [_id, to.length])).toEqual([
    ['R1-approved', 50],
    ['R1-approved:50', 50],
    ['R1-approved:100', 20],
  ]);
  expect(written.flatMap(({ to }) => to)).toEqual(people(120));
});
