/** Where the site serves the package, below its base. */
export const PACKAGE_PATH = 'cli/fixrate.tgz';
