import { type Picture, picturePath } from './content.ts';

/** Pages are bundled apart from the integrations of the build; both see this key of the one process. */
const KEY = Symbol.for('fixrate.pictures');

const shared = globalThis as { [KEY]?: Map<string, Picture> };

/** Ask for a picture of a page that is being built; returns its path below the base of the site. */
export function askForPicture(picture: Picture): string {
  shared[KEY] ??= new Map();
  const path = picturePath(picture);
  shared[KEY].set(path, picture);
  return path;
}

/** The pictures that the pages asked for, by path. */
export function askedPictures(): ReadonlyMap<string, Picture> {
  return shared[KEY] ?? new Map();
}
