import { z } from 'zod';

/** Numbers, letters, dots and the signs of ranges: no address, path, alias or option has this form. */
const VERSION = String.raw`[\^~<>=v ]*\d[\w.+-]*(?:(?: - | *\|\| *| +)[\^~<>=v ]*\d[\w.+-]*)*`;
const TAG = String.raw`[A-Za-z][\w-]*`;
const NAME = String.raw`(?:@[a-z0-9][\w.-]*/)?[A-Za-z0-9][\w.-]*`;
const ARCHIVE = /\.(?:tgz|tar|tar\.gz|zip)$/i;

const isVersion = (text: string): boolean =>
  new RegExp(`^(?:${VERSION}|${TAG}|\\*)$`).test(text) && !ARCHIVE.test(text);
const isName = (text: string): boolean => new RegExp(`^${NAME}$`).test(text) && !ARCHIVE.test(text);

/** Name of an npm package. What npm would take for an option, an address or a path is none. */
export const NpmNameSchema = z
  .string()
  .max(214)
  .refine(isName, 'must be the name of an npm package, such as typescript or @types/node')
  .meta({ description: 'Name of an npm package.' });

/** A version, a range of versions or a tag, as npm has them; never an address, a path or an alias. */
export const NpmVersionSchema = z
  .string()
  .max(100)
  .refine(isVersion, 'must be a version, a range of versions or a tag, such as 20, 4.9.5, ^18.2 or next')
  .meta({ description: 'Version, range of versions, or tag.' });

/** Where an npm package comes from: a version of that name, or `npm:NAME@VERSION` of another. */
export const NpmSourceSchema = z
  .string()
  .max(320)
  .refine((text) => {
    const at = text.lastIndexOf('@');
    if (!text.startsWith('npm:')) return isVersion(text);
    return at > 4 && isName(text.slice(4, at)) && isVersion(text.slice(at + 1));
  }, 'must be a version, a range of versions, a tag, or npm:NAME@VERSION')
  .meta({ description: 'Version, range or tag; or npm:NAME@VERSION, to give a package another name.' });

/** `name` or `name@version`. */
export const NpmSpecSchema = z
  .string()
  .max(320)
  .refine((text) => {
    const at = text.indexOf('@', 1);
    return at < 0 ? isName(text) : isName(text.slice(0, at)) && isVersion(text.slice(at + 1));
  }, 'must be the name of an npm package, with @ and a version or without, such as react@18')
  .meta({ description: 'npm package, as name or name@version.' });

/** Name of a Debian package. */
export const DebianNameSchema = z
  .string()
  .max(100)
  .regex(/^[a-z0-9][a-z0-9+.-]+$/, 'must be the name of a Debian package')
  .meta({ description: 'Name of a Debian package.' });
