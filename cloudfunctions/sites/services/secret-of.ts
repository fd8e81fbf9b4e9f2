import { AppError } from '../../shared/errors/app-error';
import { addSiteSecret, type Site, type SiteSecret } from '../data/sites';
import { newSecret } from './site-signature';

/**
 * The secret of a site, created on first use. @throws AppError NOT_FOUND if the site was removed in the
 * meantime
 */
export async function secretOf(site: Site): Promise<SiteSecret> {
  const secret = site.secret ?? (await addSiteSecret(site._id, newSecret(undefined)));
  if (!secret) throw new AppError('NOT_FOUND', { what: 'site' });
  return secret;
}
