import type { EmbeddedCloud } from '../../local/cloud';

/** So many requests wait for the head of the front-end team and nothing else, copies of one that was sent. */
export async function letWait({ db }: EmbeddedCloud, waiting: number, kind: 'trip' | 'leave'): Promise<void> {
  await db.updateMany('requests', {}, { $set: { waitingFor: [], state: 'approved' } });
  const [template] = await db.find('requests', { kind, applicantId: { $ne: 'E0009' } });
  const copies = Array.from({ length: waiting }, (_, at) => ({
    ...template,
    _id: `E0017-bench-${waiting}-${String(at).padStart(6, '0')}`,
    state: 'pending',
    waitingFor: ['E0009'],
  }));
  if (waiting > 0) await db.insertMany('requests', copies);
}
