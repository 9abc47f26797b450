// Builds the site and serves it on loopback.
import { build } from './build.ts';
import { endWithNpm, fail } from './process.ts';
import { serve } from './serve.ts';

endWithNpm();
const status = await build();
if (status !== 0) process.exit(status);
await serve().catch((error: Error) => fail(error.message));
