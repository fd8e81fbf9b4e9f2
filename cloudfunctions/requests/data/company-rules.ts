import { cachedById } from '../../shared/data/cached-by-id';
import { collection } from '../../shared/data/collection';
import { type CompanyRules, type OwnRules, rulesWith } from '../domain/kinds/company-rules';

/** The one document of `request_rules`. */
type Stored = OwnRules & { readonly _id: string };

const ID = 'company';
const rulesById = cachedById(collection<Stored>('request_rules'));

/** Limits and options of requests: one read, none while the instance remembers (one minute). */
export async function findCompanyRules(now: number): Promise<CompanyRules> {
  return rulesWith((await rulesById([ID], now)).get(ID) ?? {});
}
