import { eventOf, signedRequest } from '../../docs/integration-client.mjs';
import type { Answer } from '../unit/cloudfunctions/support/company';
import { CYCLE, person } from '../unit/cloudfunctions/support/goal-company';
import type { openInstrumentedGoals } from './goal-race';

type Company = Awaited<ReturnType<typeof openInstrumentedGoals>>;

/** The function of systems outside is called without a login. */
export const OPEN_TO_SYSTEMS = { functionRule: { '*': { invoke: true } } } as const;

/** A system outside that sets the KPI `sales.orders` of a person's `own-1`, by signed requests. */
export async function outsideSystem(company: Company) {
  const scope = { name: '收银系统', kpis: ['sales.*'], cycles: ['*'] };
  const { data: key } = await company.act('console', 'integration.createClient', scope);
  await company.db.updateMany('integration_clients', {}, { $set: { 'keys.0.from': 0 } });
  const idempotencyKey = 'outside-values-0001';
  return {
    /** The same request every time. */
    async send(value: number, call: { readonly requestId: string; readonly now?: number }): Promise<Answer> {
      const values = [
        { kpi: 'sales.orders', cycle: CYCLE, owner: person('staff'), value, at: '2026-11-16T09:00:00Z' },
      ];
      const now = call.now ?? company.clock.now();
      const { keyId, secret } = key as { keyId: string; secret: string };
      const signed = signedRequest({ keyId, secret, body: JSON.stringify({ values }), now, idempotencyKey });
      const { result } = await company.invoke('integration', eventOf(signed), {
        as: { kind: 'http' },
        ...call,
      });
      return JSON.parse((result as { body: string }).body) as Answer;
    },
  };
}
