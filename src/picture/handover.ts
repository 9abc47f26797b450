import { handover } from '../process/handover.ts';
import { type Picture, picturePath } from './content.ts';

/** From the pages to the integration that draws. */
const pictures = handover<Map<string, Picture>>('pictures');

/** Ask for a picture of a page that is being built; returns its path below the base of the site. */
export function askForPicture(picture: Picture): string {
  const path = picturePath(picture);
  const asked = pictures.take() ?? pictures.offer(new Map());
  asked.set(path, picture);
  return path;
}

/** The pictures that the pages asked for, by path. */
export function askedPictures(): ReadonlyMap<string, Picture> {
  return pictures.take() ?? new Map();
}
