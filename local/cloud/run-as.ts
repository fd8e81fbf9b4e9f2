import { CloudError } from './cloud-error';
import type { RunRequest } from './control-route';
import type { EmbeddedCloud } from './embedded-cloud';
import type { Identity } from './identity';
import type { InvokeResult } from './types';

/** The run of `npm run invoke`. @throws CloudError if nobody of that id is bound, or as the function fails */
export async function runAs(
  cloud: Pick<EmbeddedCloud, 'db' | 'invoke'>,
  request: RunRequest,
): Promise<InvokeResult> {
  const identity = await identityOf(cloud, request.as);
  return cloud.invoke(request.name, request.event, { as: identity, now: request.now });
}

async function identityOf({ db }: Pick<EmbeddedCloud, 'db'>, as: string): Promise<Identity> {
  if (as === 'console') return { kind: 'console' };
  if (as === 'timer') return { kind: 'timer', name: 'timer' };
  const [binding] = await db.find('bindings', { employeeId: as }, { limit: 1 });
  if (!binding)
    throw new CloudError('INVALID_PARAM', `No WeChat user is bound to the employee ${JSON.stringify(as)}.`);
  return { kind: 'user', openid: String(binding._id) };
}
