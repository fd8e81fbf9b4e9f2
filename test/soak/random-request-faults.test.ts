import { openPerFile } from '../support/open';
import { requestCalls } from '../support/request-calls';
import { requestFaults } from '../support/request-faults';
import { openInstrumentedRequests } from '../support/request-race';
import { MAX_FUNCTION_SECONDS, MULTI_FAULT_RUNS } from './counts';
import { injectAtRandom } from './support/random-faults';

const company = openPerFile(async () => {
  const options = { maxWorkers: 2, timeout: MAX_FUNCTION_SECONDS };
  return openInstrumentedRequests('2026-11-23T09:00:00+08:00', options);
});

const calls = ['submit, into the account', 'resubmit', 'approve', 'reject', 'withdraw', 'cancel'];
const each = Math.ceil(MULTI_FAULT_RUNS / calls.length);

test.each(calls)(
  `%s, ${each} times under several faults each: once, and the account agrees`,
  async (title) => {
    company.clock.set(Date.parse('2026-11-23T09:00:00+08:00'));
    const of = requestCalls(company).find((one) => one.title === title);
    if (!of) throw new Error(`Nothing is known of ${title}.`);
    const { runs, faults, twice, mostAsks } = await injectAtRandom(await requestFaults(company, of), each);
    console.info(
      `${title}: ${runs} runs, ${faults} faults, ${twice} asked twice at once, at most ${mostAsks} asks`,
    );
    expect(faults).toBeGreaterThan(runs / 2);
  },
);
