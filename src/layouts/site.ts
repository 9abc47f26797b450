import { bindRoutes } from '../i18n/routes.ts';
import { siteAddress } from '../server/address.ts';
import { metaPolicy } from '../server/headers.ts';
import { repositoryAddress } from '../server/repository.ts';

/** The addresses of the site where this build will stand. */
export const routes = bindRoutes(siteAddress());

/** The repository that takes issues, or null where none is configured. */
export const repository = repositoryAddress();

/** The content security policy for the head of pages, where the host sends no headers (CSP_META=1); else null. */
export const policyInPages = process.env['CSP_META'] === '1' ? metaPolicy() : null;
