import { z } from 'zod';
import { SandboxPathSchema } from './sandbox-path.ts';

/** Locales that the root file systems have where lab.yaml asks for one; see provisioning. */
export const LOCALES = ['C', 'POSIX', 'C.UTF-8', 'en_US.UTF-8', 'zh_CN.UTF-8', 'zh_TW.UTF-8'] as const;

/** A name of a user of the system, as useradd takes it. */
export const UserSchema = z
  .string()
  .regex(/^[a-z_][a-z0-9_-]{0,30}$/, 'must be the name of a user: small letters, digits, - and _');

export const LimitsSchema = z.strictObject({
  memory: z.number().int().min(16).max(8192).optional().meta({ description: 'MiB, 16 to 8192.' }),
  processes: z
    .number()
    .int()
    .min(8)
    .max(4096)
    .optional()
    .meta({ description: 'Processes and threads at the same time, 8 to 4096.' }),
  openFiles: z
    .number()
    .int()
    .min(16)
    .max(65_536)
    .optional()
    .meta({ description: 'Files that one program may have open, 16 to 65536 (1024 without it).' }),
  disk: z.number().int().min(1).max(4096).optional().meta({ description: 'MiB, 1 to 4096.' }),
  time: z
    .number()
    .positive()
    .max(1800)
    .optional()
    .meta({ description: 'Seconds that one trial may take, at most 1800.' }),
});

/** A file system of its own, so small that it can be full. */
export const DiskSchema = z.strictObject({
  size: z.number().positive().max(64).meta({ description: 'MiB; 0.5 is 512 KiB.' }),
  inodes: z
    .number()
    .int()
    .min(2)
    .optional()
    .meta({ description: 'Files and folders that it can hold, itself included.' }),
});

export const TerminalSchema = z.union([
  z.literal(true),
  z.strictObject({
    columns: z.number().int().min(1).default(80),
    rows: z.number().int().min(1).default(24),
  }),
]);

const ip = z.union([z.ipv4(), z.ipv6()]);

/** The machine on which a scenario runs, where it is not the usual one. Null takes a shared value away. */
export const MACHINE = {
  users: z
    .array(UserSchema)
    .nullable()
    .optional()
    .meta({ description: 'Further ordinary users, each with a home directory under /home.' }),
  disks: z
    .record(SandboxPathSchema, DiskSchema.nullable())
    .optional()
    .meta({ description: 'Small file systems by the path where they are mounted, owned by the user.' }),
  hosts: z
    .record(z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]*$/, 'must be the name of a host'), ip.nullable())
    .optional()
    .meta({ description: 'Names for /etc/hosts, with their address.' }),
  addresses: z
    .array(ip)
    .nullable()
    .optional()
    .meta({ description: 'Addresses that the machine has besides 127.0.0.0/8 and ::1.' }),
  firewall: z
    .array(z.string().regex(/^(iptables|ip6tables|nft) \S/, 'must begin with iptables, ip6tables or nft'))
    .nullable()
    .optional()
    .meta({ description: 'Commands that set up the firewall of the sandbox before anything runs, as root.' }),
  clock: z
    .union([
      z.string().regex(/^[+-]\d+[smhdy]$/, 'must be a shift such as +400d (s, m, h, d or y)'),
      z
        .string()
        .regex(/^\d{4}-\d\d-\d\d([ T]\d\d:\d\d(:\d\d)?)?$/, 'must be a date such as 2038-01-19 03:14'),
    ])
    .nullable()
    .optional()
    .meta({
      description:
        'What the clock shows, in UTC: shifted, or a date from which it goes on. All but setup see it, so that what setup made is that old.',
    }),
  locale: z
    .enum(LOCALES)
    .nullable()
    .optional()
    .meta({ description: 'Language and encoding of all programs; C.UTF-8 without it.' }),
  terminal: TerminalSchema.nullable()
    .optional()
    .meta({ description: 'Whether run has a terminal, of 80 columns and 24 rows unless said otherwise.' }),
  stdin: z
    .string()
    .nullable()
    .optional()
    .meta({ description: 'What run reads from its standard input; with a terminal, what is typed.' }),
};

export type Disk = z.output<typeof DiskSchema>;
export type Terminal = z.output<typeof TerminalSchema>;
