import { bindRoutes } from '../i18n/routes.ts';
import { siteAddress } from '../server/address.ts';
import { repositoryAddress } from '../server/repository.ts';

/** The addresses of the site where this build will stand. */
export const routes = bindRoutes(siteAddress());

/** The repository that takes issues, or null where none is configured. */
export const repository = repositoryAddress();
