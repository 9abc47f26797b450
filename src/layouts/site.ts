import { bindRoutes } from '../i18n/routes.ts';
import { siteAddress } from '../server/address.ts';

/** The addresses of the site where this build will stand. */
export const routes = bindRoutes(siteAddress());
