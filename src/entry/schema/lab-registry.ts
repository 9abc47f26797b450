import { z } from 'zod';

const name = '(?:@[a-z0-9~-][a-z0-9._~-]*/)?[a-z0-9~-][a-z0-9._~-]*';
const version = String.raw`\d+\.\d+\.\d+(?:[-+][0-9A-Za-z.+-]+)?`;
const nameAtVersion = z
  .string()
  .regex(new RegExp(`^${name}@${version}$`), 'must be a package at an exact version: react@18.3.1');
const nameOrScope = z
  .string()
  .regex(new RegExp(`^(?:${name}|@[a-z0-9~-][a-z0-9._~-]*)$`), 'must be a package or a scope');
const text = z.string().min(1);

/** A package of the author's own: fields of its package.json, and its files. */
const OwnPackageSchema = z.looseObject({
  files: z
    .record(z.string().min(1), z.string())
    .optional()
    .meta({ description: 'Files by path in the package; package.json follows from the other keys.' }),
  tarball: z
    .enum(['damaged', 'missing'])
    .optional()
    .meta({ description: 'damaged: other bytes than its checksum says. missing: listed, but not there.' }),
});

const UserSchema = z.strictObject({
  password: text.optional().meta({ description: 'For `npm login`.' }),
  token: text.optional().meta({ description: 'For `_authToken` in .npmrc.' }),
  otp: text.optional().meta({ description: 'One-time password that publishing takes.' }),
});

const PrivateSchema = z.strictObject({
  readers: z.array(text).default([]).meta({ description: 'Users who see it.' }),
  refuse: z
    .union([z.literal(401), z.literal(403), z.literal(404)])
    .default(404)
    .meta({ description: 'What everyone else gets: 404 as from npm, 401 or 403 as from many companies.' }),
  challenge: text.optional().meta({
    description: 'How a 401 asks for credentials, as companies’ registries do: Basic realm="…".',
  }),
});

const FaultSchema = z.strictObject({
  path: z.string().startsWith('/').meta({ description: 'Beginning of the paths that it concerns.' }),
  status: z.number().int().min(300).max(599).optional(),
  body: z.string().optional().meta({ description: 'In place of the answer, as HTML.' }),
  delay: z.number().positive().optional().meta({ description: 'Seconds before the answer.' }),
  cut: z.literal(true).optional().meta({ description: 'The connection ends in the middle of the answer.' }),
  times: z.number().int().positive().optional().meta({ description: 'How often; without it, always.' }),
});

/** A package registry on http://localhost:4873/ in the sandbox. */
export const RegistrySchema = z.strictObject({
  packages: z.array(nameAtVersion).optional().meta({
    description: 'Packages of npm with all that they depend on; what they want as a peer is listed too.',
  }),
  own: z
    .record(nameAtVersion, OwnPackageSchema.nullable())
    .optional()
    .meta({ description: 'Packages of your own, as name@version. A null takes a shared one away.' }),
  tags: z
    .record(z.string(), z.record(z.string(), z.string()))
    .optional()
    .meta({ description: 'Package to tag to version; latest is the highest release unless given.' }),
  users: z.record(text, UserSchema).optional(),
  private: z
    .record(nameOrScope, PrivateSchema)
    .optional()
    .meta({ description: 'Packages and scopes that not everyone sees.' }),
  publishers: z
    .record(nameOrScope, z.array(text))
    .optional()
    .meta({ description: 'Who may publish a package or scope; without it, every user.' }),
  faults: z
    .array(FaultSchema)
    .optional()
    .meta({ description: 'What goes wrong between client and registry; the first that fits counts.' }),
});

export type Registry = z.output<typeof RegistrySchema>;
export type OwnPackage = z.output<typeof OwnPackageSchema>;
