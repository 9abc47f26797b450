// Builds the site and serves it on loopback.
import { build } from './build.ts';
import { fail } from './process.ts';
import { serve } from './serve.ts';

const status = await build();
if (status !== 0) process.exit(status);
await serve().catch((error: Error) => fail(error.message));
