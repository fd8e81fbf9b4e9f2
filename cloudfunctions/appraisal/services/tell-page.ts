import type { AppraisalCycle } from '#contracts/appraisal-cycle';
import { enqueueMessage } from '../../shared/outbox/outbox';
import { listResultsAfter } from '../data/results';

const PAGE = 500;

/**
 * Tells the people after the cursor that their results can be read: never what they are. Messages are stored once, by the
 * first person of the page.
 * @returns the last person, '' behind the last page
 */
export async function tellPage({ _id, title, cursor, publishedAt }: AppraisalCycle): Promise<string> {
  const page = await listResultsAfter(_id, cursor, PAGE);
  const [first] = page;
  if (!first || publishedAt === null) return '';
  await enqueueMessage({
    _id: `appraisal:${_id}:${first.person.id}`,
    event: 'appraisal.published',
    to: page.map(({ person }) => person.id),
    data: { title },
    aboutId: _id,
    at: publishedAt,
    template: 'result',
  });
  return page.at(-1)?.person.id ?? '';
}
