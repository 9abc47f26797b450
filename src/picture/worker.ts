// Draws one picture a call, in a thread of its own.
import type { Picture } from './content.ts';
import { drawPicture } from './draw.ts';

export default (picture: Picture): Promise<Uint8Array> => drawPicture(picture);
